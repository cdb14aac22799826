import type { Attachment, Message } from '../../sandbox';
import { templateRows, type Row } from './template';
import { COLUMNS, pad, widthOf, wrap, type Paint } from './terminal';

/** Customers stand at the left, as in a chat. */
const INDENT = { customer: 2, node: 14 };
const ID_WIDTH = 7;
const LABEL_WIDTH = 10;

const fileRow = ({ file_type: type, data_url: url, file_size: size }: Attachment): Row => {
	const name = decodeURIComponent(url.split('/').at(-1) ?? '');
	return [type, `${name}   ${(size / 1024).toFixed(1)} KB`];
};

function kindOf(message: Message): string {
	const template = message.additional_attributes?.template_params;
	if (template) {
		const facts = [template.language, template.category].filter(Boolean).join(', ');
		return `template ${template.name} (${facts})`;
	}
	if (message.private) return 'private note';
	return message.attachments ? 'attachment' : 'text';
}

/** The line above a message: who, what, and what became of it. */
function title(message: Message, paint: Paint): string {
	const { id, sender, private: isPrivate, content_attributes: attributes } = message;
	const number = paint.dim(pad(`#${id}`, ID_WIDTH));
	if (message.message_type === 0) return number + paint.bold(String(sender.name));
	const reply = attributes.in_reply_to ? [`reply to #${attributes.in_reply_to}`] : [];
	const facts = [paint.bold('n8n'), kindOf(message), ...reply].join(' · ');
	const status =
		message.status === 'failed' ? paint.bad('✗ failed') : paint.good(`✓ ${message.status}`);
	return `${number}${isPrivate ? paint.note(facts) : facts} · ${status}`;
}

function rowsOf(message: Message): Row[] {
	const { content, attachments = [], additional_attributes: additional } = message;
	const { external_error: reason } = message.content_attributes;
	const text: Row[] = additional?.template_params
		? templateRows(content ?? '', additional.template_params)
		: [['', content ?? '']];
	return [
		...attachments.map(fileRow),
		...text,
		...(reason ? [['reason', `${reason}`] as Row] : []),
	];
}

/** A message as lines of text. */
export function messageLines(message: Message, paint: Paint): string[] {
	const indent = message.message_type === 0 ? INDENT.customer : INDENT.node;
	const margin = ' '.repeat(indent);
	const inner = ' '.repeat(indent + ID_WIDTH);
	const body = rowsOf(message).flatMap(([label, value]) => {
		const head = label === '' ? '' : pad(label, LABEL_WIDTH);
		const hanging = ' '.repeat(widthOf(head));
		const color = label === 'reason' ? paint.bad : (text: string) => text;
		return wrap(value, COLUMNS - inner.length - head.length).map(
			(line, index) => inner + (index === 0 && head ? paint.dim(head) : hanging) + color(line),
		);
	});
	return [margin + title(message, paint), ...body];
}
