import type { INodeExecutionData } from 'n8n-workflow';
import type { Result } from '../support/livedesk';

/** What a run told of its items, by index. */
export interface Told {
	/** Delivered, with the ID of the message. */
	delivered: Map<number, unknown>;
	/** Failed, with the outcome where the error item names it. */
	failed: Map<number, unknown>;
	notSent: Set<number>;
	/** Items without a number: n8n's own, for an expression that failed. */
	nameless: number;
}

/** "items 0–2, 4" → 0, 1, 2, 4 */
function expand(part: string): number[] {
	return [...part.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to = from]) =>
		Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
	);
}

/** Reads the tally in an error's description; nothing where it has none. */
export function tallyOf(description = '') {
	const tally = /Sent: (.+?)\. Failed: (.+?)\. Not sent: (.+?)\.$/.exec(description);
	if (!tally) return undefined;
	const [sent, failed, notSent] = tally.slice(1).map(expand);
	return { sent, failed, notSent };
}

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

/** Everything that the output and the error of a run say. */
export function toldBy({ items, errorItems, error }: Result, count: number): Told {
	const told: Told = { delivered: new Map(), failed: new Map(), notSent: new Set(), nameless: 0 };
	for (const item of [...items, ...errorItems]) {
		const index = indexOf(item);
		const failure = item.json.error as { outcome?: string } | undefined;
		if (index === undefined) told.nameless++;
		else if (failure || item.error) told.failed.set(index, failure?.outcome);
		else told.delivered.set(index, item.json.id);
	}
	const tally = tallyOf(error?.description);
	tally?.sent.forEach((index) => told.delivered.set(index, undefined));
	tally?.failed.forEach((index) => told.failed.set(index, undefined));
	tally?.notSent.forEach((index) => told.notSent.add(index));
	if (error && !tally && count === 1) told.failed.set(0, undefined);
	return told;
}
