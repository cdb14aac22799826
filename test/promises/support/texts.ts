import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Place } from '../../../nodes/LiveDesk/delivery/core/summary';
import type { JournalEntry, Sandbox } from '../../../sandbox';
import { byId, type Result } from '../../../harness/livedesk';

/** A Send Text that takes conversation and text from each item. */
export const perItem = (options: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	conversationId: byId('={{ $json.to }}'),
	content: '={{ $json.text }}',
	options,
	...more,
});

/**
 * A Send Text whose expression fails on items that say `broken`, while n8n goes through the items: then the node never
 * gets to see such an item.
 */
export const breaking = (options: IDataObject = {}, more: IDataObject = {}): IDataObject =>
	perItem(options, {
		content: '={{ $json.broken ? $("No such node").item.json.text : $json.text }}',
		...more,
	});

/** Items with texts `0`, `1`, … to the conversations given, one after the other. */
export const itemsTo = (...to: Array<number | string>): IDataObject[] =>
	to.map((conversation, index) => ({ to: conversation, text: String(index) }));

/** So many items, in turn to conversations 1 to `conversations`. */
export const itemsInTurn = (count: number, conversations: number): IDataObject[] =>
	itemsTo(...Array.from({ length: count }, (_, index) => 1 + (index % conversations)));

/** n8n's own batches. */
export const batches = (batchSize: number, batchInterval: number): IDataObject => ({
	requestOptions: { batching: { batch: { batchSize, batchInterval } } },
});

/** The texts of the output, in order. */
export const contents = (items: INodeExecutionData[]) => items.map(({ json }) => json.content);

/** What an error item tells, as the node gives it. */
export const failureOf = ({ json }: INodeExecutionData) => json.error as IDataObject | undefined;

/** What was asked of LiveDesk, in order: `POST 1` for a message to conversation 1, `retry 1/3030` for a retry. */
export const requests = ({ journal }: Sandbox) => journal.starts().map(requestOf);

function requestOf({ kind, conversation, messageId }: JournalEntry): string {
	return kind === 'retry' ? `retry ${conversation}/${messageId}` : `POST ${conversation}`;
}

/** The index of the item that the error names. */
export const failedItem = ({ error }: Result) => error?.context?.itemIndex;

/**
 * What the error tells of the items, as data: the groups that are not empty, e.g. `{ sent: [0, 1], refused: [2] }`; a
 * part of an item as `'1.2'`, where LiveDesk has a message as `'1 (3030)'`.
 */
export function groups({ error }: Result): Record<string, Array<number | string>> {
	const all = Object.entries(error?.context?.summary ?? {});
	return Object.fromEntries(
		all
			.filter(([, places]) => places.length > 0)
			.map(([name, places]) => [name, places.map(nameOf)]),
	);
}

function nameOf({ item, part, messageId }: Place): number | string {
	if (part === undefined && messageId === undefined) return item;
	return `${item}${part === undefined ? '' : `.${part}`}${messageId === undefined ? '' : ` (${messageId})`}`;
}
