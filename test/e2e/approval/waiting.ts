/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INode } from 'n8n-workflow';
import type { Execution } from '../support/execution';
import type { Instance } from '../support/instance';
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
	for (const end = Date.now() + 60_000; Date.now() < end; await wait(50)) {
		const status = await statusOf(n8n, id);
		if (status === 'waiting' && notesIn(n8n, conversation).length >= notes) return;
		if (status === 'error' || status === 'success') {
			const { error } = await n8n.ended(id);
			throw new Error(`Execution ${id} ended with ${status}: ${JSON.stringify(error)}`);
		}
	}
	throw new Error(`Execution ${id} does not wait.`);
}

export const notesIn = ({ sandbox }: Instance, conversation = CONVERSATION) =>
	sandbox.messages(conversation).filter((message) => message.private === true);

/** Waits until an execution that waited has gone on to its end. */
export async function untilThrough(
	n8n: Instance,
	id: string,
	withinMs = 60_000,
): Promise<Execution> {
	for (const end = Date.now() + withinMs; Date.now() < end; await wait(50)) {
		if (['success', 'error'].includes(await statusOf(n8n, id))) return await n8n.ended(id);
	}
	throw new Error(`Execution ${id} is still ${await statusOf(n8n, id)}.`);
}
