import type { INodeExecutionData } from 'n8n-workflow';
import { emptySummary } from '../../nodes/LiveDesk/delivery/core/summary';
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

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

/** Everything that the output and the error of a run say. */
export function toldBy({ items, errorItems, error }: Result): Told {
	const told: Told = { delivered: new Map(), failed: new Map(), notSent: new Set(), nameless: 0 };
	for (const item of [...items, ...errorItems]) {
		const index = indexOf(item);
		const failure = item.json.error as { outcome?: string } | undefined;
		if (index === undefined) told.nameless++;
		else if (failure || item.error) told.failed.set(index, failure?.outcome);
		else told.delivered.set(index, item.json.id);
	}
	const { sent, mayHaveArrived, notDelivered, refused, notSent } =
		error?.context?.summary ?? emptySummary();
	for (const { item } of sent) told.delivered.set(item, undefined);
	for (const { item } of mayHaveArrived) told.failed.set(item, 'unknown');
	for (const { item } of notDelivered) told.failed.set(item, 'failed');
	for (const { item } of refused) told.failed.set(item, 'refused');
	for (const { item } of notSent) told.notSent.add(item);
	return told;
}
