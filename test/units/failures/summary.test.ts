import {
	emptySummary,
	type Place,
	type Summary,
} from '../../../nodes/LiveDesk/delivery/core/summary';
import { summaryText } from '../../../nodes/LiveDesk/failures/summary';

const items = (...indexes: number[]): Place[] => indexes.map((item) => ({ item }));
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);
const file = (item: number, part: number, parts: number, messageId?: number | string): Place => ({
	item,
	part,
	parts,
	...(messageId === undefined ? {} : { messageId }),
});
const told = (groups: Partial<Summary>, noun: 'message' | 'contact' | 'conversation' = 'message') =>
	summaryText({ ...emptySummary(), ...groups }, noun);

describe('A summary', () => {
	test.each<[string, Partial<Summary>, string]>([
		[
			'has a group for each thing that a person must do differently, in a fixed order',
			{
				notSent: items(...range(5, 9)),
				refused: items(3),
				notDelivered: [{ item: 10, messageId: 555 }],
				mayHaveArrived: items(4),
				sent: items(0, 1, 2),
			},
			'Sent: items 0–2. May have arrived: item 4. LiveDesk has it, but the channel did not deliver it: item 10 (message 555). Refused: item 3. Not sent: items 5–9.',
		],
		[
			'says that nothing was sent',
			{ refused: items(0), notSent: items(1, 2) },
			'Sent: none. Refused: item 0. Not sent: items 1–2.',
		],
		[
			'sorts items that ended in any order',
			{ sent: items(7, 0, 2, 1), refused: items(9, 3) },
			'Sent: items 0–2, 7. Refused: items 3, 9.',
		],
		[
			'names each message that LiveDesk has',
			{ notDelivered: [{ item: 4, messageId: 'b-7' }, { item: 2, messageId: 555 }, { item: 3 }] },
			'Sent: none. LiveDesk has it, but the channel did not deliver it: items 2 (message 555), 3, 4 (message b-7).',
		],
		[
			'shows the IDs only of what is to be retried',
			{ sent: [{ item: 0, messageId: 554 }], refused: items(1) },
			'Sent: item 0. Refused: item 1.',
		],
	])('%s', (_, groups, text) => {
		expect(told(groups)).toBe(text);
	});

	test.each(['contact', 'conversation'] as const)('speaks of what was done to a %s', (noun) => {
		const groups = { sent: items(0), mayHaveArrived: items(1), notSent: items(2) };
		expect(told(groups, noun)).toBe('Done: item 0. May have been done: item 1. Not done: item 2.');
		expect(told({ refused: items(0, 1) }, noun)).toBe('Done: none. Refused: items 0–1.');
	});

	test.each<keyof Summary>(['sent', 'mayHaveArrived', 'notDelivered', 'refused', 'notSent'])(
		'is empty for a single message: %s',
		(group) => {
			expect(told({ [group]: items(0) })).toBe('');
			expect(told({})).toBe('');
		},
	);
});

describe('An item with several files', () => {
	test.each<[string, Partial<Summary>, string]>([
		[
			'is told file by file where they ended differently, also as the only item',
			{ sent: [file(1, 1, 3)], refused: [file(1, 2, 3)], notSent: [file(1, 3, 3)] },
			'Sent of item 1: file 1. Not sent: file 3. Refused: file 2.',
		],
		[
			'counts as a whole where all ended alike',
			{
				sent: [file(0, 1, 2), file(0, 2, 2)],
				notSent: [file(2, 1, 2), file(2, 2, 2)],
				refused: items(1),
			},
			'Sent: item 0. Refused: item 1. Not sent: item 2.',
		],
		[
			'is told after the items that ended as a whole',
			{
				sent: [{ item: 0 }, file(1, 1, 3), file(1, 2, 3)],
				refused: [file(1, 3, 3)],
				notSent: items(2),
			},
			'Sent: item 0. Not sent: item 2. Sent of item 1: files 1–2. Refused: file 3.',
		],
		[
			'is not whole while one of its files has no end',
			{ sent: [file(0, 1, 3), file(0, 2, 3)] },
			'Sent of item 0: files 1–2.',
		],
		[
			'names its first group, and the message that LiveDesk has',
			{ mayHaveArrived: [file(0, 2, 2)], notDelivered: [file(0, 1, 2, 7)] },
			'Sent: none. May have arrived of item 0: file 2. LiveDesk has it, but the channel did not deliver it: file 1 (message 7).',
		],
		[
			'that the channel did not deliver reads well',
			{ refused: [file(0, 2, 2)], notDelivered: [file(0, 1, 2, 7)] },
			'Sent: none. LiveDesk has it, but the channel did not deliver it: file 1 (message 7) of item 0. Refused: file 2.',
		],
		[
			'has all its messages named',
			{ notDelivered: [file(3, 1, 3, 5), file(3, 2, 3, 6), file(3, 3, 3, 7)] },
			'Sent: none. LiveDesk has it, but the channel did not deliver it: item 3 (messages 5, 6 and 1 more).',
		],
	])('%s', (_, groups, text) => {
		expect(told(groups)).toBe(text);
	});
});

describe('A summary of many items', () => {
	const even = range(0, 2999).filter((item) => item % 2 === 0);
	const odd = range(0, 2999).filter((item) => item % 2 === 1);

	test('lists the first five ranges and counts the other items', () => {
		expect(told({ sent: items(...even), refused: items(...odd) })).toBe(
			'Sent: items 0, 2, 4, 6, 8 and 1,495 more. Refused: items 1, 3, 5, 7, 9 and 1,495 more.',
		);
	});

	test('counts items and not ranges', () => {
		const sent = [0, 2, 4, 6, 8, ...range(10, 19), ...range(30, 39)];
		expect(told({ sent: items(...sent) })).toBe('Sent: items 0, 2, 4, 6, 8 and 20 more.');
	});

	test('lists the first five messages that LiveDesk has', () => {
		const notDelivered = odd.map((item) => ({ item, messageId: item + 1000 }));
		expect(told({ notDelivered })).toBe(
			'Sent: none. LiveDesk has it, but the channel did not deliver it: items 1 (message 1001), 3 (message 1003), 5 (message 1005), 7 (message 1007), 9 (message 1009) and 1,495 more.',
		);
	});

	test('stays short in the worst case', () => {
		const id = '123e4567-e89b-12d3-a456-'.padEnd(5000, '4');
		const groups: Array<keyof Summary> = ['mayHaveArrived', 'notDelivered', 'refused', 'notSent'];
		const summary = emptySummary();
		for (const item of range(100_000, 103_000)) {
			if (item % 2 === 0) {
				// All its files in one group.
				for (const part of range(1, 40)) {
					summary[groups[(item / 2) % 4]].push(file(item, part, 40, id));
				}
			} else {
				for (const part of range(1, 40)) summary[groups[part % 4]].push(file(item, part, 40, id));
			}
		}
		const text = summaryText(summary, 'message');
		expect(text.length).toBeLessThan(1_050);
		expect(text).toMatch(/^Sent: none\. May have arrived: items 100000, /);
		expect(text).toMatch(/Only in part: items 100001, .* and 1,495 more\.$/);
	});
});
