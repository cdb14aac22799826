import type { Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { pairedWith, pairs } from '../../support/results';
import { contents, itemsTo } from './texts';

/** Two messages to conversation 1, and one more each to 2 and 3. */
export const items = itemsTo(1, 1, 2, 3);

/** How often each of them was sent as a new message. */
export function sentTimes({ journal }: Sandbox): number[] {
	const texts = journal.texts();
	return items.map(({ text }) => texts.filter((each) => each === text).length);
}

/** As if there had been no trouble at all. */
export function expectAllDelivered(result: Result): void {
	expect(result.error).toBeUndefined();
	expect(contents(result.items)).toEqual(['0', '1', '2', '3']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3));
	expect(result.errorItems).toEqual([]);
}
