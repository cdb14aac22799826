import type { IDataObject } from 'n8n-workflow';

/** The fields of an item of n8n, for the expressions in the node's parameters, and its files. */
export interface Item {
	conversation: number;
	text: string;
	/** WhatsApp's error, where it does not deliver the message. */
	refusal?: string;
	/** Files by the name of their binary field. */
	files?: Record<string, { content: Buffer; fileName: string; mimeType: string }>;
	/** Whatever else the parameters refer to. */
	[field: string]: unknown;
}

/** A LiveDesk node over some items, and maybe another one behind it. */
export interface Workflow {
	title: string;
	parameters: IDataObject;
	items: Item[];
	next?: {
		title: string;
		/** Which output of the first node leads to it. */
		output: 'success' | 'error';
		parameters: IDataObject;
		/** The message that it sends, where it does not retry an older one. */
		adds?: { conversation: number; text: string };
	};
}

/** What became of one item. */
export interface Outcome {
	messageId: number;
	status: 'sent' | 'failed';
}

/** A message as it must be found in the end. */
export interface Expected {
	conversation: number;
	text: string;
	from: 'customer' | 'node';
	status: 'sent' | 'failed';
}

/** The messages that a workflow must leave behind, those of a conversation in their order. */
export function expectedOf({ items, next }: Workflow): Expected[] {
	const sent = items.map(({ conversation, text, refusal }): Expected => {
		const status = refusal && next?.output !== 'error' ? 'failed' : 'sent';
		return { conversation, text, from: 'node', status };
	});
	return next?.adds ? [...sent, { ...next.adds, from: 'node', status: 'sent' }] : sent;
}

export const titleOf = ({ title, next }: Workflow): string =>
	[
		title,
		...(next?.output === 'error' ? ['error output'] : []),
		...(next ? [next.title] : []),
	].join(' → ');
