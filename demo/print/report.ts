import type { ConversationSeed, Sandbox } from '../../sandbox';
import type { Scene } from '../scene';
import type { Played, Stage } from '../stage';
import { messageLines } from './message';
import { COLUMNS, pad, type Paint } from './terminal';

const channels = { whatsapp: 'WhatsApp', web_widget: 'Website', api: 'API' };

const TITLE_WIDTH = 50;

const plural = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

function workflowText({ title, next }: Scene): string {
	if (!next) return title;
	return next.output === 'error'
		? `${title} → error output → ${next.title}`
		: `${title} → ${next.title}`;
}

/** What n8n ran: a line per workflow. */
export function runsText(played: Played[], paint: Paint): string {
	const lines = played.map(({ scene, outcomes }, index) => {
		const results = outcomes.map(({ messageId, status }) => {
			const refused = scene.next?.output === 'error' ? 'refused, then retried' : 'refused';
			return status === 'sent' ? `#${messageId}` : `#${messageId} ${paint.bad(refused)}`;
		});
		const number = pad(`${index + 1}`, 4);
		return `  ${number}${pad(workflowText(scene), TITLE_WIDTH)}${results.join('  ')}`;
	});
	return [paint.bold('What n8n ran, and the message of each item'), ...lines].join('\n');
}

/** A conversation as a person reads it. */
export function conversationText(
	sandbox: Sandbox,
	{ id, contact, channel }: ConversationSeed,
	paint: Paint,
): string {
	const facts = [channels[channel ?? 'api'], contact?.phoneNumber ?? contact?.email];
	const title = `${contact?.name} · ${facts.filter(Boolean).join(' · ')} · conversation ${id}`;
	return [
		paint.bold(title),
		paint.dim('─'.repeat(COLUMNS)),
		...sandbox.messages(id).flatMap((message) => messageLines(message, paint)),
	].join('\n');
}

/** How it went, in a sentence or two. */
export function closingText(sandbox: Sandbox, { told, played }: Stage, paint: Paint): string {
	const ids = [...new Set(told.map(({ conversation }) => conversation))];
	const sent = ids
		.flatMap((id) => sandbox.messages(id))
		.filter(({ message_type: type }) => type !== 0);
	const failed = sent.filter(({ status }) => status === 'failed').length;
	const retried = sandbox.journal.starts().filter(({ kind }) => kind === 'retry').length;
	return [
		paint.good(
			`${plural(sent.length, 'message')} in ${plural(played.length, 'workflow run')}, ` +
				'each arrived exactly once and in order.',
		),
		`${sent.length - failed} are sent, ${retried} of them by Retry. ` +
			`${failed} stayed failed: WhatsApp refused it.`,
	].join('\n');
}
