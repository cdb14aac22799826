import type { IDataObject, INode } from 'n8n-workflow';
import type { Execution } from '../support/execution';
import type { Instance } from '../support/instance';
import { pollUntil } from '../support/poll';
import { byId } from '../../../harness/livedesk';
import { liveDesk } from '../../../harness/workflow';

export const CONVERSATION = 141;
export const QUESTION = 'Send this answer?\nYour <b>parcel</b> arrives on Friday.';

/** A node that asks in the conversation, with both choices unless told. */
export const approval = (more: IDataObject = {}, settings: Partial<INode> = {}): INode =>
	liveDesk(
		{
			operation: 'sendAndWait',
			conversationId: byId(String(CONVERSATION)),
			message: QUESTION,
			approvalOptions: { values: { approvalType: 'double' } },
			...more,
		},
		settings,
		settings.name ?? 'Approval',
	);

/** The links of a note, by their labels. */
export function linksOf(note: unknown): Record<string, string> {
	const lines = [...String(note).matchAll(/^(.+): (http:\/\/\S+\/webhook-waiting\/\S+)$/gm)];
	return Object.fromEntries(lines.map(([, label, link]) => [label, link]));
}

export async function statusOf({ rest }: Instance, id: string): Promise<string> {
	return (await rest.call<{ status: string }>('GET', `/rest/executions/${id}`)).status;
}

/** Waits until an execution waits for a person. @throws Error when it ends instead */
export async function untilWaiting(
	n8n: Instance,
	id: string,
	notes = 1,
	conversation = CONVERSATION,
): Promise<void> {
	const isWaiting = async () => {
		const status = await statusOf(n8n, id);
		if (status === 'error' || status === 'success') {
			const { error } = await n8n.ended(id);
			throw new Error(`Execution ${id} ended with ${status}: ${JSON.stringify(error)}`);
		}
		return status === 'waiting' && notesIn(n8n, conversation).length >= notes;
	};
	await pollUntil(isWaiting, `execution ${id} waits`, 60_000);
}

export const notesIn = ({ sandbox }: Instance, conversation = CONVERSATION) =>
	sandbox.messages(conversation).filter((message) => message.private === true);

/** Waits until an execution that waited has gone on to its end. */
export async function untilThrough(
	n8n: Instance,
	id: string,
	withinMs = 60_000,
): Promise<Execution> {
	const isOver = async () => ['success', 'error'].includes(await statusOf(n8n, id));
	await pollUntil(isOver, `execution ${id} has gone on to its end`, withinMs);
	return await n8n.ended(id);
}
