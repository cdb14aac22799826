import type { INodeExecutionData } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { failedItem, failureOf, groups, itemsTo, perItem } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(8) });
const busy = '131016: Service unavailable';

describe('with On Error = Stop, the error tells of every message that was under way', () => {
	test('whatever became of each', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', status: 422, latencyMs: 300 });
		sandbox.script({ content: '1', drop: 'after-body', latencyMs: 300 });
		sandbox.script({ content: '2', failed: busy, latencyMs: 300 });
		sandbox.script({ content: '3', status: 200, latencyMs: 300 });
		sandbox.script({ content: '4', status: 200, latencyMs: 300 });
		const parameters = perItem({ parallelConversations: 5 });
		const result = await send({ parameters, items: itemsTo(1, 2, 3, 4, 5, 1, 6) });
		const [{ id }] = sandbox.messages(3);
		expect(failedItem(result)).toBe(0);
		expect(groups(result)).toEqual({
			sent: [3, 4],
			mayHaveArrived: [1],
			notDelivered: [`2 (${id})`],
			refused: [0],
			notSent: [5, 6],
		});
		expect(result.error?.description).toContain(
			`Sent: items 3–4. May have arrived: item 1. LiveDesk has it, but the channel did not deliver it: item 2 (message ${id}). Refused: item 0. Not sent: items 5–6.`,
		);
	});

	test('also of one that the channel failed, where such messages are to be put out', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', failed: busy });
		sandbox.script({ content: '1', status: 422 });
		const parameters = perItem({ failedDelivery: 'output' });
		const result = await send({ parameters, items: itemsTo(1, 1, 1) });
		const [{ id }] = sandbox.messages(1);
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ notDelivered: [`0 (${id})`], refused: [1], notSent: [2] });
		expect(result.error?.description).toContain(`item 0 (message ${id})`);
	});

	test('of a single item with several files as well', async () => {
		const { send, sandbox } = context;
		sandbox.script({ conversation: 1, status: 200 });
		sandbox.script({ conversation: 1, status: 422 });
		const file = { data: 'YWJj', mimeType: 'text/plain' };
		const item: INodeExecutionData = { json: {}, binary: { a: file, b: file, c: file } };
		const result = await send({
			parameters: {
				operation: 'sendAttachment',
				conversationId: byId(1),
				binaryPropertyName: 'a,b,c',
				options: { oneFilePerMessage: true },
			},
			items: [item],
		});
		expect(groups(result)).toEqual({ sent: ['0.1'], refused: ['0.2'], notSent: ['0.3'] });
		expect(result.error?.message).toMatch(/ \[item 0, file 2 of 3\]$/);
		expect(result.error?.description).toMatch(
			/ Sent of item 0: file 1\. Not sent: file 3\. Refused: file 2\.$/,
		);
	});

	test('in a text that stays short, and in data that are whole', async () => {
		const { start, sandbox } = context;
		const count = 200;
		const items = itemsTo(...Array.from({ length: count }, (_, index) => 1 + (index % 2)));
		// Those to conversation 1 wait for the first, so that every other item is not sent.
		sandbox.script({ content: '0', latencyMs: 60_000, times: 1 });
		const execution = start({ parameters: perItem(), items });
		await until(() => sandbox.messages(2).length === count / 2);
		execution.cancel();
		const result = await execution.done;
		expect(result.error?.description?.length).toBeLessThan(1_000);
		const { sent, mayHaveArrived, notSent } = groups(result);
		// n8n may not yet have read the last response when the execution is cancelled.
		expect(sent.length).toBeGreaterThanOrEqual(count / 2 - 1);
		expect(mayHaveArrived).toContain(0);
		expect([...sent, ...mayHaveArrived, ...notSent]).toHaveLength(count);
	});
});

describe('a cancelled execution tells of its messages', () => {
	const stop = {};
	const proceed = { onError: 'continueRegularOutput' } as const;
	const title = /^The execution was cancelled before the message was sent \[item \d\]$/;

	async function cancelWhen(happened: () => boolean, execution: ReturnType<typeof context.start>) {
		await until(happened);
		// By the time that another run is through, n8n has read the responses that were there.
		const node = { credentials: { liveDeskApi: { id: 'another', name: 'Another' } } };
		const items = [8, 8, 8].map((to) => ({ to, text: 'other' }));
		await context.send({ parameters: perItem(), items, node });
		execution.cancel();
		return await execution.done;
	}
	const own = () => context.sandbox.journal.texts().filter((text) => text !== 'other');
	const ended = (count: number) => () => context.sandbox.journal.ends().length === count;

	test('in a wait for LiveDesk, with On Error = Stop', async () => {
		const { start, sandbox } = context;
		sandbox.script({ content: '1', retryAfter: 3_600 });
		const parameters = perItem({ rateLimitWait: 7_200 });
		const result = await cancelWhen(ended(2), start({ parameters, items: itemsTo(1, 1, 1) }));
		expect(result.error?.message).toMatch(title);
		expect(groups(result)).toEqual({ sent: [0], notSent: [1, 2] });
		expect(result.error?.description).toMatch(/ Sent: item 0\. Not sent: items 1–2\.$/);
	});

	test('in a wait for LiveDesk, with On Error = Continue', async () => {
		const { start, sandbox } = context;
		sandbox.script({ content: '1', retryAfter: 3_600 });
		const parameters = perItem({ rateLimitWait: 7_200 });
		const execution = start({ parameters, items: itemsTo(1, 1, 1), node: proceed });
		const { items } = await cancelWhen(ended(2), execution);
		expect(pairs(items)).toEqual(pairedWith(0, 1, 2));
		expect(items.map((item) => failureOf(item)?.outcome)).toEqual([
			undefined,
			'notSent',
			'notSent',
		]);
		expect(items[1].json.message).toMatch(title);
	});

	test('between two tries, with On Error = Stop', async () => {
		const { start, sandbox } = context;
		sandbox.script({ content: '1', status: 422, times: 9 });
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_500, ...stop };
		const execution = start({ parameters: perItem(), items: itemsTo(1, 1, 1), node });
		const result = await cancelWhen(ended(2), execution);
		expect(own()).toEqual(['0', '1']);
		expect(result.error).toBeDefined();
		const { sent, notSent = [], refused = [] } = groups(result);
		expect(sent).toEqual([0]);
		expect([...refused, ...notSent]).toEqual([1, 2]);
	});

	test('between two tries, with On Error = Continue', async () => {
		const { start, sandbox } = context;
		sandbox.script({ content: '0', status: 422, times: 9 });
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_500, ...proceed };
		const execution = start({ parameters: perItem(), items: itemsTo(1, 1), node });
		const { items } = await cancelWhen(ended(2), execution);
		expect(own()).toEqual(['0', '1']);
		expect(pairs(items)).toEqual(pairedWith(0, 1));
		expect(items.map((item) => failureOf(item)?.outcome)).toEqual([
			expect.stringMatching(/^(notSent|refused)$/),
			undefined,
		]);
	});

	test.each([
		['Stop', stop],
		['Continue', proceed],
	])('in a lane behind another execution, with On Error = %s', async (_, node) => {
		const { start, send, sandbox } = context;
		sandbox.script({ content: 'first', latencyMs: 1_500 });
		const first = send({ parameters: perItem(), items: [{ to: 1, text: 'first' }] });
		await until(() => sandbox.journal.starts().length === 1);
		const waiting = start({ parameters: perItem(), items: itemsTo(2, 1, 1), node });
		const result = await cancelWhen(() => sandbox.messages(2).length === 1, waiting);
		await first;
		expect(sandbox.journal.texts(1)).toEqual(['first']);
		if (node === stop) {
			expect(result.error?.message).toMatch(title);
			expect(groups(result)).toEqual({ sent: [0], notSent: [1, 2] });
		} else {
			const outcomes = result.items.map((item) => failureOf(item)?.outcome);
			expect(outcomes).toEqual([undefined, 'notSent', 'notSent']);
		}
	});

	test.each([
		['Stop', stop],
		['Continue', proceed],
	])('in a wait for the pace, with On Error = %s', async (_, node) => {
		const { start } = context;
		const parameters = perItem({ messagesPerMinute: 1 });
		const execution = start({ parameters, items: itemsTo(1, 2, 3), node });
		const result = await cancelWhen(ended(1), execution);
		expect(own()).toEqual(['0']);
		if (node === stop) expect(groups(result)).toEqual({ sent: [0], notSent: [1, 2] });
		else {
			expect(result.items.map((item) => failureOf(item)?.outcome)).toEqual([
				undefined,
				'notSent',
				'notSent',
			]);
		}
	});
});
