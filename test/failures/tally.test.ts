import { tallyText } from '../../nodes/LiveDesk/failures/tally';

test.each([
	[
		'ranges and single items',
		{ sent: [0, 1, 2, 4], partlySent: [], failed: [3], notSent: [5, 6, 7, 8, 9] },
		'Sent: items 0–2, 4. Failed: item 3. Not sent: items 5–9.',
	],
	[
		'items in whatever order they ended',
		{ sent: [7, 0, 2, 1], partlySent: [], failed: [9, 3], notSent: [] },
		'Sent: items 0–2, 7. Failed: items 3, 9. Not sent: none.',
	],
	[
		'two neighbours',
		{ sent: [0, 1], partlySent: [], failed: [2], notSent: [] },
		'Sent: items 0–1. Failed: item 2. Not sent: none.',
	],
	[
		'nothing sent',
		{ sent: [], partlySent: [], failed: [0], notSent: [1] },
		'Sent: none. Failed: item 0. Not sent: item 1.',
	],
	[
		'numbers, not their text',
		{ sent: [10, 9, 8], partlySent: [], failed: [2], notSent: [] },
		'Sent: items 8–10. Failed: item 2. Not sent: none.',
	],
	[
		'items of which some messages were sent',
		{ sent: [0], partlySent: [3, 1], failed: [2], notSent: [4] },
		'Sent: item 0. Partly sent: items 1, 3. Failed: item 2. Not sent: item 4.',
	],
])('names %s', (_, tally, text) => {
	expect(tallyText(tally)).toBe(text);
});

test('changes nothing of what it is given', () => {
	const tally = { sent: [2, 0, 1], partlySent: [], failed: [4, 3], notSent: [] };
	tallyText(tally);
	expect(tally).toEqual({ sent: [2, 0, 1], partlySent: [], failed: [4, 3], notSent: [] });
});

test.each([
	{ sent: [], partlySent: [], failed: [0], notSent: [] },
	{ sent: [], partlySent: [], failed: [], notSent: [] },
])('says nothing of a run of one item or none: %j', (tally) => {
	expect(tallyText(tally)).toBe('');
});

test('stays short however many items there are', () => {
	const sent = Array.from({ length: 100_000 }, (_, index) => index);
	expect(tallyText({ sent, partlySent: [], failed: [100_000], notSent: [] })).toBe(
		'Sent: items 0–99999. Failed: item 100000. Not sent: none.',
	);
});
