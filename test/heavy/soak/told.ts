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
}

/** What a run told of its messages. */
export interface Told {
	messages: ToldMessage[];
	/** Items without a number: n8n's own, for an expression that failed. */
	nameless: number;
}

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

/** Of a failure, the title says which of the item's messages it is; of a file, its name. */
function partOf({ json }: INodeExecutionData): number {
	const [attachment] = (json.attachments ?? []) as Array<{ data_url: string }>;
	const inName = /\.(\d+)$/.exec(attachment?.data_url ?? '');
	const inTitle = /, file (\d+) of \d+\]$/.exec(
		typeof json.message === 'string' ? json.message : '',
	);
	return Number((inName ?? inTitle)?.[1] ?? 1);
}

function toldOf(given: INodeExecutionData, isApart: boolean): ToldMessage | undefined {
	const item = indexOf(given);
	if (item === undefined) return undefined;
	const part = partOf(given);
	const failure = given.json.error as { outcome?: string; messageId?: unknown } | undefined;
	if (!failure && !given.error) {
		return { item, part, outcome: 'delivered', id: given.json.id, isApart };
	}
	const outcome = failure?.outcome === 'invalid' ? 'refused' : (failure?.outcome ?? 'error');
	return {
		item,
		part,
		outcome: outcome as ToldMessage['outcome'],
		id: failure?.messageId,
		isApart,
	};
}

/** Everything that the output and the error of a run say. */
export function toldBy({ items, errorItems, error }: Result): Told {
	const output = [
		...items.map((each) => toldOf(each, false)),
		...errorItems.map((each) => toldOf(each, true)),
	];
	const messages = output.filter((each) => each !== undefined);
	const summary = error?.context?.summary ?? emptySummary();
	const add = (places: Place[], outcome: ToldMessage['outcome']) => {
		for (const { item, part = 1, messageId } of places) {
			messages.push({ item, part, outcome, id: messageId, isApart: false });
		}
	};
	add(summary.sent, 'delivered');
	add(summary.mayHaveArrived, 'unknown');
	add(summary.notDelivered, 'failed');
	add(summary.refused, 'refused');
	add(summary.notSent, 'notSent');
	return { messages, nameless: output.length - output.filter((each) => each !== undefined).length };
}
