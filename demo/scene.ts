import type { IDataObject } from 'n8n-workflow';

/** What one item asks the node to send. The node's parameters refer to its fields in expressions. */
export interface Ask {
	conversation: number;
	text: string;
	/** What WhatsApp answers, where it refuses the message. */
	refusal?: string;
	/** Files by the name of their binary field. */
	files?: Record<string, { content: Buffer; fileName: string; mimeType: string }>;
	/** Whatever else the parameters refer to. */
	[field: string]: unknown;
}

/** A second node, behind one of the outputs of the first. */
export interface Next {
	title: string;
	output: 'success' | 'error';
	parameters: IDataObject;
	/** The message that it sends, if it does not send an older one again. */
	adds?: { conversation: number; text: string };
}

/** One run of a workflow: a LiveDesk node over some items, and maybe another one behind it. */
export interface Scene {
	title: string;
	parameters: IDataObject;
	asks: Ask[];
	next?: Next;
}

/** What became of one item when its turn came. */
export interface Outcome {
	messageId: number;
	status: 'sent' | 'failed';
}

/** A message as it shall be found in the end. */
export interface Told {
	conversation: number;
	text: string;
	from: 'customer' | 'node';
	status: 'sent' | 'failed';
}

/** The messages that a scene shall leave behind, those of a conversation in their order. */
export function messagesOf({ asks, next }: Scene): Told[] {
	const asked = asks.map(({ conversation, text, refusal }): Told => {
		const status = refusal && next?.output !== 'error' ? 'failed' : 'sent';
		return { conversation, text, from: 'node', status };
	});
	return next?.adds ? [...asked, { ...next.adds, from: 'node', status: 'sent' }] : asked;
}

export const titleOf = ({ title, next }: Scene): string =>
	[
		title,
		...(next?.output === 'error' ? ['error output'] : []),
		...(next ? [next.title] : []),
	].join(' → ');
