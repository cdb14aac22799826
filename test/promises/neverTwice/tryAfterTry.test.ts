import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed, retryOnFail } from '../../support/settings';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { expectAllDelivered, items, sentTimes } from '../support/retrying';
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

const desk = useLiveDesk({ conversations: [...conversations(4), OTHER] });

describe('with On Error = Stop', () => {
	/** One after the other, each to a conversation of its own. */
	const inTurn = { parameters: perItem({ parallelConversations: 1 }), items: itemsTo(1, 2, 3, 4) };

	test('a later try asks for nothing that was delivered while another item failed', async () => {
		for (const status of [422, 422]) desk.sandbox.script({ content: '2', status });
		const result = await desk.send({ ...inTurn, node: retryOnFail });
		expectAllDelivered(result);
		expect(desk.sandbox.journal.texts()).toEqual(['0', '1', '2', '2', '2', '3']);
	});

	test('the error tells what was delivered in all tries together', async () => {
		desk.sandbox.script({ content: '1', status: 422 });
		desk.sandbox.script({ content: '2', status: 422, times: 2 });
		const result = await desk.send({ ...inTurn, node: retryOnFail });
		expect(desk.sandbox.journal.texts()).toEqual(['0', '1', '1', '2', '2']);
		expect(failedItem(result)).toBe(2);
		expect(groups(result)).toEqual({ sent: [0, 1], refused: [2], notSent: [3] });
	});

	test.each([
		['first', 2],
		['last', 3],
	])(
		'a later try remembers a batch, when an expression fails on the %s item of the next',
		async (_, index) => {
			const broken = itemsTo(1, 2, 3, 4).map((item, at) => ({ ...item, broken: at === index }));
			const parameters = breaking({}, batches(2, 20));
			const result = await desk.send({ parameters, items: broken, node: retryOnFail });
			await anotherRun(desk);
			expect(textsOf(desk).sort()).toEqual(['0', '1']);
			expect(failedItem(result)).toBe(index);
		},
	);

	test('a later try waits for what is still under way from the one before', async () => {
		desk.sandbox.script({ content: '0', latencyMs: 150 });
		const broken = [...itemsTo(1, 2), { to: 3, broken: true }];
		const parameters = breaking({}, batches(2, 5));
		await desk.send({ parameters, items: broken, node: retryOnFail });
		await until(() => desk.sandbox.journal.ends().length >= 2);
		await anotherRun(desk);
		expect(desk.sandbox.journal.texts(1)).toEqual(['0']);
	});
});

describe('with On Error = Continue', () => {
	const node = { ...retryOnFail, ...proceed };

	test('n8n tries again only for the first item, and then all that may be sent again is', async () => {
		desk.sandbox.script({ content: '0', status: 422 });
		desk.sandbox.script({ content: '1', drop: 'after-body' });
		desk.sandbox.script({ content: '2', failed: '131016: Service unavailable' });
		const result = await desk.send({ parameters: perItem(), items, node });
		expect(sentTimes(desk.sandbox)).toEqual([2, 1, 1, 1]);
		expect(contents(result.items)).toEqual(['0', undefined, '2', '3']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3));
		expect(failureOf(result.items[1])).toMatchObject({ outcome: 'unknown', conversationId: '1' });
	});

	test('a failed message goes out once when n8n does not try again', async () => {
		desk.sandbox.script({ content: '1', status: 422 });
		const result = await desk.send({ parameters: perItem(), items, node });
		expect(sentTimes(desk.sandbox)).toEqual([1, 1, 1, 1]);
		expect(failureOf(result.items[1])).toMatchObject({ outcome: 'refused', httpCode: '422' });
	});
});

test('a later run sends all again, since it is another one', async () => {
	await desk.send({ parameters: perItem(), items, node: retryOnFail });
	await desk.send({ parameters: perItem(), items, node: retryOnFail });
	expect(desk.sandbox.journal.starts()).toHaveLength(8);
});

test.each([
	['Stop', {}, { error: '' }],
	['Continue', proceed, { error: '' }],
	['Continue (using error output)', divert, { error: '' }],
	['Stop', {}, { error: 'a', message: 'b' }],
])(
	'no message is sent again for an error in its good response, with On Error = %s: %j, %j',
	async (_, onError, more) => {
		for (const [index, { text: content }] of items.entries()) {
			const body = { id: 10 + index, status: 'sent', ...more };
			desk.sandbox.script({ content: String(content), body, times: 9 });
		}
		const parameters = perItem({}, { simplify: false });
		const { error } = await desk.send({ parameters, items, node: { ...retryOnFail, ...onError } });
		expect(error).toBeUndefined();
		expect(sentTimes(desk.sandbox)).toEqual([1, 1, 1, 1]);
	},
);
