import pc from 'picocolors';
import type { ConversationSeed, Message, Sandbox } from '../sandbox';
import type { WorkflowRun, Demo } from './demo';

function kindOf({ additional_attributes: additional, attachments, ...message }: Message): string {
	const template = additional?.template_params;
	const kind = template
		? `template ${template.name}`
		: message.private
			? 'private note'
			: attachments
				? `attachment (${attachments.length})`
				: 'text';
	const reply = message.content_attributes.in_reply_to;
	return reply ? `${kind}, reply to #${reply}` : kind;
}

/** One line a message: the chat page shows the rest. */
function messageLine(message: Message): string {
	const { id, content, sender, status, content_attributes: attributes } = message;
	const number = pc.dim(`#${id}`);
	if (message.message_type === 0) return `  ${number} ${pc.bold(String(sender.name))}: ${content}`;
	const reason = attributes.external_error ? ` (${attributes.external_error})` : '';
	const outcome = status === 'failed' ? pc.red(`✗ failed${reason}`) : pc.green(`✓ ${status}`);
	return `  ${number} ${kindOf(message)} ${outcome} ${content}`;
}

/** What n8n ran: a line per workflow. */
export function runsText(runs: WorkflowRun[]): string {
	const lines = runs.map(({ title, outcomes }) => {
		const results = outcomes.map(({ messageId, status }) =>
			status === 'sent' ? `#${messageId}` : `#${messageId} ${pc.red('refused')}`,
		);
		return `  ${title}: ${results.join(' ')}`;
	});
	return [pc.bold('What n8n ran, and the message of each item'), ...lines].join('\n');
}

/** A conversation as a person reads it. */
export function conversationText(sandbox: Sandbox, { id, contact }: ConversationSeed): string {
	const facts = [contact?.name, contact?.phoneNumber ?? contact?.email, `conversation ${id}`];
	const title = pc.bold([...facts, sandbox.status(id).status].filter(Boolean).join(' · '));
	return [title, ...sandbox.messages(id).map(messageLine)].join('\n');
}

/** How it went, in a sentence or two. */
export function closingText(sandbox: Sandbox, { shown, runs, retried }: Demo): string {
	const sent = shown
		.flatMap(({ id }) => sandbox.messages(id))
		.filter(({ message_type: type }) => type !== 0);
	const failed = sent.filter(({ status }) => status === 'failed').length;
	return [
		pc.green(`${sent.length} messages in ${runs.length} workflow runs, each once and in order.`),
		`${sent.length - failed} are sent, ${retried.length} of them by Retry. ${failed} stayed failed: WhatsApp refused it.`,
	].join('\n');
}
