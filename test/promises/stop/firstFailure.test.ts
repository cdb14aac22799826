import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { proceed } from '../../support/settings';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { failingFirst } from '../support/failingFirst';
import { inTime } from '../support/inTime';
import {
	batches,
	breaking,
	failedItem,
	groups,
	itemsInTurn,
	itemsTo,
	perItem,
} from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(10), OTHER] });

describe('the first failure', () => {
	test.each([
		['refused', { status: 422 }, { refused: [3], notSent: [4, 5, 6, 7, 8, 9] }],
		[
			'failed by the channel',
			{ failed: '131026: Message undeliverable' },
			{ notDelivered: ['3 (3033)'], notSent: [4, 5, 6, 7, 8, 9] },
		],
		[
			'without a response',
			{ drop: 'after-body' as const },
			{ mayHaveArrived: [3], notSent: [4, 5, 6, 7, 8, 9] },
		],
		['throttled for good', { status: 429 }, { notSent: [3, 4, 5, 6, 7, 8, 9] }],
	])(
		'keeps the rest of a conversation from starting, after a message that is %s',
		async (_, trouble, ends) => {
			const { send, sandbox } = desk;
			sandbox.script({ content: '3', ...trouble });
			const parameters = perItem({ rateLimitWait: 0 });
			const result = await send({ parameters, items: itemsInTurn(10, 1) });
			expect(sandbox.journal.texts()).toEqual(['0', '1', '2', '3']);
			expect(result.items).toEqual([]);
			expect(failedItem(result)).toBe(3);
			expect(result.error?.message).toMatch(/\[item 3\]$/);
			expect(groups(result)).toEqual({ sent: [0, 1, 2], ...ends });
		},
	);

	test('keeps the rest of all conversations from starting', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ content: '3', status: 422 });
		const parameters = perItem({ parallelConversations: 1 });
		const result = await send({ parameters, items: itemsInTurn(10, 10) });
		expect(sandbox.journal.texts()).toEqual(['0', '1', '2', '3']);
		expect(groups(result)).toEqual({
			sent: [0, 1, 2],
			refused: [3],
			notSent: [4, 5, 6, 7, 8, 9],
		});
		expect(result.error?.description).toMatch(
			/ Sent: items 0–2\. Refused: item 3\. Not sent: items 4–9\.$/,
		);
	});

	test('lets those under way come to their end, and they are told', async () => {
		const parameters = perItem({ parallelConversations: 5 });
		const options = { parameters, items: itemsInTurn(10, 10) };
		const result = await failingFirst(desk, { content: '2' }, [{ times: 4 }], options);
		expect(textsOf(desk).sort()).toEqual(['0', '1', '2', '3', '4']);
		expect(failedItem(result)).toBe(2);
		expect(groups(result)).toEqual({
			sent: [0, 1, 3, 4],
			refused: [2],
			notSent: [5, 6, 7, 8, 9],
		});
	});

	test('keeps the batches to come from starting', async () => {
		const { send, sandbox } = desk;
		const result = await inTime(async (pauseMs, isOver) => {
			sandbox.reset();
			sandbox.script({ content: '1', status: 422 });
			const sending = send({
				parameters: perItem({}, batches(2, pauseMs)),
				items: itemsInTurn(6, 6),
			});
			await until(() => sandbox.journal.ends().length === 2);
			await anotherRun(desk);
			const isLate = isOver();
			const ended = await sending;
			return isLate ? undefined : ended;
		});
		expect(textsOf(desk).sort()).toEqual(['0', '1']);
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ sent: [0], refused: [1], notSent: [2, 3, 4, 5] });
	});
});

describe('an expression that fails in a later batch', () => {
	test.each([
		['first', 3],
		['last', 2],
	])('keeps the rest from starting, on the %s item of the batch', async (_, batchSize) => {
		const { send, sandbox } = desk;
		sandbox.script({ latencyMs: 80, times: Infinity });
		const items = [...itemsTo(1, 1, 1), { to: 2, broken: true }];
		const result = await send({ parameters: breaking({}, batches(batchSize, 10)), items });
		expect(failedItem(result)).toBe(3);
		await until(() => sandbox.journal.ends().length === 1);
		await anotherRun(desk);
		expect(sandbox.journal.texts(1)).toEqual(['0']);
	});
});

test('with On Error = Continue, a failure stops nothing', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ status: 422, times: 5 });
	const result = await send({ parameters: perItem(), items: itemsInTurn(10, 2), node: proceed });
	expect(sandbox.journal.starts()).toHaveLength(10);
	expect(result.error).toBeUndefined();
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
});
