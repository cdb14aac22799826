import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import type { Execution } from '../support/execution';
import type { Instance } from '../support/instance';

export const SOMCHAI = 141;
export const ALICE = 142;

/** The examples in an n8n that has imported them. */
export interface Examples {
	n8n(): Instance;
	/** Runs the example whose file begins with the number, from its trigger to its end. */
	run(number: number): Promise<Execution>;
	/** The example whose file begins with the number. */
	example(number: number): IWorkflowBase;
}

/** What each item of an output is made of, and which input item it belongs to. */
export const told = (items: Array<{ json: IDataObject; pairedItem?: unknown }>) =>
	items.map(({ json, pairedItem }) => ({ json, pairedItem }));

export const sentTo = (conversation: number, item: number, more: IDataObject = {}) => ({
	json: expect.objectContaining({ conversation_id: conversation, status: 'sent', ...more }),
	pairedItem: { item },
});

/** Each request in the order of arrival: its kind, its conversation, and the message that it sends again. */
export const requests = ({ sandbox }: Instance) =>
	sandbox.journal
		.starts()
		.map(({ kind, conversation, messageId }) => [kind, Number(conversation), messageId].join(' '));

export const bodies = ({ sandbox }: Instance) => sandbox.journal.starts().map(({ body }) => body);

/** What the command in one of an example's notes posts. */
export function bodyInNote({ nodes }: IWorkflowBase): IDataObject {
	const notes = nodes.map(({ parameters }) => String(parameters.content ?? '')).join('\n');
	return JSON.parse(/ -d '([^']+)'/.exec(notes)?.[1] ?? '') as IDataObject;
}
