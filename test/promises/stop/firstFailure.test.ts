import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { anotherRun, textsOf } from '../support/anotherRun';
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

const OTHER = 11;
const desk = useLiveDesk({ conversations: conversations(OTHER) });

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
		const { send, sandbox } = desk;
		const [refusal, others] = [held(), held()];
		sandbox.script({ content: '2', status: 422, holdUntil: refusal.holdUntil });
		sandbox.script({ times: 4, holdUntil: others.holdUntil });
		const parameters = perItem({ parallelConversations: 5 });
		const sending = send({ parameters, items: itemsInTurn(10, 10) });
		await until(() => sandbox.journal.texts().length === 5);
		refusal.release();
		await until(() => sandbox.journal.ends().length === 1);
		await anotherRun(desk, OTHER);
		others.release();
		const result = await sending;
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
			await anotherRun(desk, OTHER);
			const isLate = isOver();
			const ended = await sending;
			return isLate ? undefined : ended;
		});
		expect(textsOf(desk).sort()).toEqual(['0', '1']);
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ sent: [0], refused: [1], notSent: [2, 3, 4, 5] });
	});
});

describe('the error', () => {
	test('is that of the lowest item that failed, even if another failed before', async () => {
		const { send, sandbox } = desk;
		const [first, later] = [held(), held()];
		sandbox.script({ content: '1', status: 404, holdUntil: later.holdUntil });
		sandbox.script({ content: '4', status: 422, holdUntil: first.holdUntil });
		sandbox.script({ times: 3, holdUntil: later.holdUntil });
		const parameters = perItem({ parallelConversations: 5 });
		const sending = send({ parameters, items: itemsInTurn(8, 8) });
		await until(() => sandbox.journal.texts().length === 5);
		first.release();
		await until(() => sandbox.journal.ends().length === 1);
		await anotherRun(desk, OTHER);
		later.release();
		const result = await sending;
		expect(failedItem(result)).toBe(1);
		expect(result.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '404',
			message: 'LiveDesk does not know this conversation [item 1]',
		});
		expect(groups(result)).toEqual({ sent: [0, 2, 3], refused: [1, 4], notSent: [5, 6, 7] });
	});

	test('is never one of an item that was only kept back, be its index lower', async () => {
		const { send, sandbox } = desk;
		const { holdUntil, release } = held();
		sandbox.script({ content: '0', holdUntil });
		sandbox.script({ content: '3', status: 422 });
		const sending = send({ parameters: perItem(), items: itemsTo(1, 1, 1, 2, 2) });
		await until(() => sandbox.journal.ends().length === 1);
		await anotherRun(desk, OTHER);
		release();
		const result = await sending;
		expect(textsOf(desk).sort()).toEqual(['0', '3']);
		expect(failedItem(result)).toBe(3);
		expect(groups(result)).toEqual({ sent: [0], refused: [3], notSent: [1, 2, 4] });
	});

	test('tells of a single message as data alone', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ status: 422, body: { error: 'Content is too long' } });
		const result = await send({ parameters: perItem(), items: itemsTo(1) });
		expect(result.error?.description).toMatch(/ LiveDesk says: Content is too long$/);
		expect(groups(result)).toEqual({ refused: [0] });
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
		// By the time that another run is through, whatever was to follow has begun.
		await send({ parameters: perItem(), items: itemsTo(3) });
		expect(sandbox.journal.texts(1)).toEqual(['0']);
	});
});

test('with On Error = Continue, a failure stops nothing', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ status: 422, times: 5 });
	const node = { onError: 'continueRegularOutput' } as const;
	const result = await send({ parameters: perItem(), items: itemsInTurn(10, 2), node });
	expect(sandbox.journal.starts()).toHaveLength(10);
	expect(result.error).toBeUndefined();
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
});
