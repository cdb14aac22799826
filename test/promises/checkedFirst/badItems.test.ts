import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import {
	batches,
	breaking,
	contents,
	failedItem,
	failureOf,
	groups,
	itemsTo,
	perItem,
} from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(6) });

/** Six items, of which one is bad. */
const sixWith = (index: number, bad: IDataObject) =>
	itemsTo(1, 2, 3, 4, 5, 6).map((item, at) => (at === index ? { ...item, ...bad } : item));

const bads: Array<[string, IDataObject, RegExp]> = [
	['an empty text', { text: '' }, /^'Text' is empty \[item \d\]$/],
	['a text that is an object', { text: {} }, /^'Text' must be text \[item \d\]$/],
	['a missing conversation', { to: undefined }, /^'Conversation' is empty \[item \d\]$/],
	[
		'a conversation with a path in it',
		{ to: '1/../2' },
		/^'Conversation' is not an ID \[item \d\]$/,
	],
	['an expression that fails', { broken: true }, /^Referenced node doesn't exist/],
];
const places: Array<[string, number]> = [
	['first', 0],
	['middle', 3],
	['last', 5],
];
const cases = bads.flatMap(([bad, fields, words]) =>
	places.map(([place, index]) => ({ bad, fields, words, place, index })),
);

describe('with On Error = Stop', () => {
	test.each(cases)(
		'nothing is sent with $bad on the $place item',
		async ({ fields, words, index }) => {
			const result = await desk.send({ parameters: breaking(), items: sixWith(index, fields) });
			expect(desk.sandbox.journal.entries).toEqual([]);
			expect(result.items).toEqual([]);
			expect(result.error?.message).toMatch(words);
			expect(failedItem(result)).toBe(index);
		},
	);

	test.each(['soon', -1])('nothing is sent with a Timeout that is no time: %j', async (timeout) => {
		const { send, sandbox } = desk;
		const requestOptions = { timeout: `={{ ${JSON.stringify(timeout)} }}` };
		const parameters = { conversationId: byId(1), content: 'a', requestOptions };
		const { error } = await send({ parameters });
		expect(error?.message).toBe("'Timeout' is not a number from 1 [item 0]");
		expect(error?.context).toMatchObject({ outcome: 'invalid' });
		expect(sandbox.journal.entries).toEqual([]);
	});

	test('the summary names all bad items, and says that none was sent', async () => {
		const items = itemsTo(1, 2, 3, 4, 5).map((item, index) =>
			index % 2 ? { ...item, text: '' } : item,
		);
		const result = await desk.send({ parameters: perItem(), items });
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ refused: [1, 3], notSent: [0, 2, 4] });
		expect(result.error?.description).toMatch(
			/ Sent: none\. Refused: items 1, 3\. Not sent: items 0, 2, 4\.$/,
		);
	});

	test('nothing is sent to a bad conversation that is the same for all items', async () => {
		const parameters = { conversationId: byId('={{ "a b" }}'), content: 'Hello' };
		const result = await desk.send({ parameters, items: [{}, {}] });
		expect(desk.sandbox.journal.entries).toEqual([]);
		expect(failedItem(result)).toBe(0);
	});
});

describe('with On Error = Continue', () => {
	test.each(cases)(
		'all others are sent with $bad on the $place item',
		async ({ fields, words, index }) => {
			const items = sixWith(index, fields);
			const node = { onError: 'continueRegularOutput' } as const;
			const result = await desk.send({ parameters: breaking(), items, node });
			const good = ['0', '1', '2', '3', '4', '5'].filter((text) => text !== String(index));
			expect(desk.sandbox.journal.texts().sort()).toEqual(good);
			expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3, 4, 5));
			expect(contents(result.items)).toEqual(
				items.map((_, at) => (at === index ? undefined : String(at))),
			);
			const { json } = result.items[index];
			expect(String(json.message ?? json.error)).toMatch(words);
		},
	);

	test.each(cases)('$bad on the $place item goes to the error output alone', async (each) => {
		const items = sixWith(each.index, each.fields);
		const node = { onError: 'continueErrorOutput' } as const;
		const result = await desk.send({ parameters: breaking(), items, node });
		const good = [0, 1, 2, 3, 4, 5].filter((index) => index !== each.index);
		expect(desk.sandbox.journal.texts().sort()).toEqual(good.map(String));
		expect(pairs(result.items)).toEqual(pairedWith(...good));
		expect(contents(result.items)).toEqual(good.map(String));
		expect(result.errorItems).toHaveLength(1);
		const [{ json }] = result.errorItems;
		expect(String(json.message ?? json.error)).toMatch(each.words);
	});

	test('a bad item is told with its outcome, and keeps what it held', async () => {
		const node = { onError: 'continueErrorOutput' } as const;
		const items = [{ to: 1, text: '', order: 17 }];
		const { errorItems } = await desk.send({ parameters: perItem(), items, node });
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0].json).toMatchObject({
			to: 1,
			order: 17,
			message: "'Text' is empty [item 0]",
		});
		expect(failureOf(errorItems[0])).toMatchObject({ outcome: 'invalid' });
		expect(pairs(errorItems)).toEqual(pairedWith(0));
	});
});

describe('with batches', () => {
	test('nothing of a batch with a bad item is sent, and the summary names those sent before', async () => {
		const items = sixWith(3, { text: '' });
		const result = await desk.send({ parameters: perItem({}, batches(2, 20)), items });
		expect(desk.sandbox.journal.texts().sort()).toEqual(['0', '1']);
		expect(result.error?.message).toBe("'Text' is empty [item 3]");
		expect(groups(result)).toEqual({ sent: [0, 1], refused: [3], notSent: [2, 4, 5] });
	});

	test.each([
		['first', 2],
		['last', 3],
	])('nothing of a batch is sent when an expression fails on its %s item', async (_, index) => {
		const items = sixWith(index, { broken: true });
		const result = await desk.send({ parameters: breaking({}, batches(2, 20)), items });
		await until(() => desk.sandbox.journal.ends().length === 2);
		expect(desk.sandbox.journal.texts().sort()).toEqual(['0', '1']);
		expect(failedItem(result)).toBe(index);
	});

	test('all others are sent in every batch, with On Error = Continue', async () => {
		const items = sixWith(2, { broken: true });
		const node = { onError: 'continueRegularOutput' } as const;
		const result = await desk.send({ parameters: breaking({}, batches(2, 5)), items, node });
		expect(desk.sandbox.journal.texts()).toHaveLength(5);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3, 4, 5));
	});
});

test('with Execute Once, only the first item counts, however bad the others are', async () => {
	const items = [...itemsTo(1), { text: '' }, { broken: true }];
	const result = await desk.send({ parameters: breaking(), items, node: { executeOnce: true } });
	expect(result.error).toBeUndefined();
	expect(desk.sandbox.journal.texts()).toEqual(['0']);
	expect(pairs(result.items)).toEqual(pairedWith(0));
});
