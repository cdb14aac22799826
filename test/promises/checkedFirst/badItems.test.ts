import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed } from '../../support/settings';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { batches, breaking, contents, failedItem, groups, itemsTo } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(6), OTHER] });

/** Sends six items, of which one is bad; whatever was to follow has begun. */
async function sendSix(
	index: number,
	bad: IDataObject,
	node: Partial<INode> = {},
	parameters = breaking(),
) {
	const good = itemsTo(1, 2, 3, 4, 5, 6);
	const items = good.map((item, at) => (at === index ? { ...item, ...bad } : item));
	const result = await desk.send({ parameters, items, node });
	await anotherRun(desk);
	return result;
}

const sent = () => textsOf(desk).sort();
const told = ({ json }: INodeExecutionData) => String(json.message ?? json.error);
const indexes = [0, 1, 2, 3, 4, 5];

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
const places = Object.entries({ first: 0, middle: 3, last: 5 });
const cases = bads.flatMap(([bad, fields, words]) =>
	places.map(([place, index]) => ({ bad, fields, words, place, index })),
);

describe('with On Error = Stop', () => {
	test.each(cases)(
		'nothing is sent with $bad on the $place item',
		async ({ fields, words, index }) => {
			const result = await sendSix(index, fields);
			expect(sent()).toEqual([]);
			expect(result.items).toEqual([]);
			expect(result.error?.message).toMatch(words);
			expect(failedItem(result)).toBe(index);
		},
	);

	test('the summary names all bad items, and says that none was sent', async () => {
		const items = itemsTo(1, 2, 3, 4, 5).map((item, index) =>
			index % 2 ? { ...item, text: '' } : item,
		);
		const result = await desk.send({ parameters: breaking(), items });
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
			const { items } = await sendSix(index, fields, proceed);
			expect(sent()).toEqual(indexes.filter((at) => at !== index).map(String));
			expect(pairs(items)).toEqual(pairedWith(...indexes));
			expect(contents(items)).toEqual(indexes.map((at) => (at === index ? undefined : String(at))));
			expect(told(items[index])).toMatch(words);
		},
	);

	test.each(cases)(
		'$bad on the $place item goes to the error output alone',
		async ({ fields, words, index }) => {
			const { items, errorItems } = await sendSix(index, fields, divert);
			const good = indexes.filter((at) => at !== index);
			expect(sent()).toEqual(good.map(String));
			expect(pairs(items)).toEqual(pairedWith(...good));
			expect(contents(items)).toEqual(good.map(String));
			expect(errorItems.map(told)).toEqual([expect.stringMatching(words)]);
		},
	);

	const item = { to: 1, text: '', order: 17 };

	test.each([
		['alone in the regular output', proceed, {}],
		['with what it held on the error output', divert, item],
	])('a bad item is told %s', async (_, node, kept) => {
		const { items, errorItems } = await desk.send({ parameters: breaking(), items: [item], node });
		const error = { outcome: 'invalid', description: expect.stringMatching(/\S/) };
		expect([...items, ...errorItems]).toEqual([
			{ json: { ...kept, message: "'Text' is empty [item 0]", error }, pairedItem: { item: 0 } },
		]);
	});
});

describe('with batches', () => {
	test('nothing of a batch with a bad item is sent, and the summary names those sent before', async () => {
		const result = await sendSix(3, { text: '' }, {}, breaking({}, batches(2, 20)));
		expect(sent()).toEqual(['0', '1']);
		expect(result.error?.message).toBe("'Text' is empty [item 3]");
		expect(groups(result)).toEqual({ sent: [0, 1], refused: [3], notSent: [2, 4, 5] });
	});

	test.each([
		['first', 2],
		['last', 3],
	])('nothing of a batch is sent when an expression fails on its %s item', async (_, index) => {
		const result = await sendSix(index, { broken: true }, {}, breaking({}, batches(2, 20)));
		expect(sent()).toEqual(['0', '1']);
		expect(failedItem(result)).toBe(index);
	});

	test('all others are sent in every batch, with On Error = Continue', async () => {
		const { items } = await sendSix(2, { broken: true }, proceed, breaking({}, batches(2, 5)));
		expect(sent()).toHaveLength(5);
		expect(pairs(items)).toEqual(pairedWith(...indexes));
	});
});

test('with Execute Once, only the first item counts, however bad the others are', async () => {
	const items = [...itemsTo(1), { text: '' }, { broken: true }];
	const result = await desk.send({ parameters: breaking(), items, node: { executeOnce: true } });
	expect(result.error).toBeUndefined();
	expect(desk.sandbox.journal.texts()).toEqual(['0']);
	expect(pairs(result.items)).toEqual(pairedWith(0));
});
