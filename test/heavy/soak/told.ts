import type { INodeExecutionData } from 'n8n-workflow';
import { emptySummary, type Place } from '../../../nodes/LiveDesk/delivery/core/summary';
import type { Result } from '../../../harness/livedesk';

/** A message by its item's index, and which of the item's messages it is: from 1. */
export interface ToldPlace {
	item: number;
	part: number;
}

/** What a run told of one message, or of a bad item as a whole. */
export interface ToldMessage extends ToldPlace {
	/** `error` where n8n itself told it. */
	outcome: 'delivered' | 'failed' | 'unknown' | 'refused' | 'notSent' | 'throttled' | 'error';
	/** LiveDesk's ID, where it is told. */
	id?: unknown;
	/** Whether it came out of the error output. */
	isApart: boolean;
	/** Whether n8n can tell a node behind this one which item it belongs to. */
	isPaired: boolean;
}

/**
 * For an item whose expression failed, n8n makes the error item itself, without asking the node: it names the item in the
 * error, but pairs it only where it can go by the number of items.
 */
function indexOf({ pairedItem, error }: INodeExecutionData): number | undefined {
	if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
	return error?.context?.itemIndex as number | undefined;
}

/** Of a failure, the title says which of the item's messages it is; of a file, its name. */
function partOf({ json }: INodeExecutionData): number {
	const [attachment] = (json.attachments ?? []) as Array<{ data_url: string }>;
	const inName = /\.(\d+)$/.exec(attachment?.data_url ?? '');
	const inTitle = /, file (\d+) of \d+\]$/.exec(
		typeof json.message === 'string' ? json.message : '',
	);
	return Number((inName ?? inTitle)?.[1] ?? 1);
}

function toldOf(given: INodeExecutionData, isApart: boolean): ToldMessage {
	const about = {
		item: indexOf(given) ?? NaN,
		part: partOf(given),
		isApart,
		isPaired: given.pairedItem !== undefined,
	};
	const failure = given.json.error as { outcome?: string; messageId?: unknown } | undefined;
	if (!failure && !given.error) {
		return { ...about, outcome: 'delivered', id: given.json.id };
	}
	const outcome = failure?.outcome === 'invalid' ? 'refused' : (failure?.outcome ?? 'error');
	return { ...about, outcome: outcome as ToldMessage['outcome'], id: failure?.messageId };
}

/** Everything that the output and the error of a run say. */
export function toldBy({ items, errorItems, error }: Result): ToldMessage[] {
	const messages = [
		...items.map((each) => toldOf(each, false)),
		...errorItems.map((each) => toldOf(each, true)),
	];
	const summary = error?.context?.summary ?? emptySummary();
	const add = (places: Place[], outcome: ToldMessage['outcome']) => {
		for (const { item, part = 1, messageId } of places) {
			messages.push({ item, part, outcome, id: messageId, isApart: false, isPaired: true });
		}
	};
	add(summary.sent, 'delivered');
	add(summary.mayHaveArrived, 'unknown');
	add(summary.notDelivered, 'failed');
	add(summary.refused, 'refused');
	add(summary.notSent, 'notSent');
	return messages;
}
