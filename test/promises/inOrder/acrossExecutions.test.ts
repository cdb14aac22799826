import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { statuses } from '../../support/results';
import { contents, failureOf, groups, itemsTo, perItem } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(12) });
const proceed = { onError: 'continueRegularOutput' } as const;

/** Items with texts `a0`, `a1`, … */
const named = (name: string, ...to: number[]) =>
	itemsTo(...to).map((item) => ({ ...item, text: `${name}${String(item.text)}` }));

describe('executions that write to one conversation at the same time', () => {
	test("go one after the other, each one's messages together", async () => {
		const { send, sandbox } = context;
		sandbox.script({ latencyMs: [0, 20], times: Infinity });
		const names = ['a', 'b', 'c'];
		const runs = names.map((name) =>
			send({ parameters: perItem(), items: named(name, 1, 1, 1, 1) }),
		);
		await Promise.all(runs);
		const letters = sandbox.journal.texts(1).map(([letter]) => letter);
		expect(letters.join('')).toMatch(/^(aaaa|bbbb|cccc){3}$/);
		expect(new Set(letters).size).toBe(3);
		expect(sandbox.journal.inFlightPeak()).toBe(1);
	});

	test('do not wait for each other in other conversations', async () => {
		const { send, sandbox } = context;
		sandbox.script({ conversation: 1, latencyMs: 300 });
		const slow = send({ parameters: perItem(), items: named('a', 1, 1) });
		await until(() => sandbox.journal.starts().length === 1);
		await send({ parameters: perItem(), items: named('b', 2) });
		expect(sandbox.journal.texts()).toEqual(['a0', 'b0']);
		await slow;
	});

	test('a cancelled one sends nothing when its turn comes', async () => {
		const { start, send, sandbox } = context;
		sandbox.script({ conversation: 1, latencyMs: 200 });
		const first = send({ parameters: perItem(), items: named('a', 1) });
		await until(() => sandbox.journal.starts().length === 1);
		const second = start({ parameters: perItem(), items: named('b', 1, 1) });
		second.cancel();
		await Promise.all([first, second.done]);
		await send({ parameters: perItem(), items: named('c', 1) });
		expect(sandbox.journal.texts(1)).toEqual(['a0', 'c0']);
	});

	test('one that n8n has given up on keeps no other from the conversation', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: 'a0', latencyMs: 100 });
		const parameters = {
			...perItem(
				{},
				{ requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 5 } } } },
			),
			content: '={{ $json.broken ? $("No such node").item.json.text : $json.text }}',
		};
		const items = [...named('a', 1, 1), { to: 1, broken: true }];
		const { error } = await send({ parameters, items });
		expect(error?.message).toMatch(/^Referenced node doesn't exist/);
		await send({ parameters: perItem(), items: named('b', 1) });
		expect(sandbox.journal.texts(1)).toEqual(['a0', 'b0']);
	});
});

describe('what LiveDesk asked for holds for the credential', () => {
	test('after giving up as well: whose turn comes before makes no request', async () => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 120, times: Infinity });
		const items = itemsTo(...Array.from({ length: 60 }, (_, index) => 1 + (index % 12)));
		const result = await send({ parameters: perItem(), items, node: proceed });
		expect(statuses(sandbox).length).toBeLessThanOrEqual(10);
		expect(result.items).toHaveLength(60);
		for (const item of result.items) {
			expect(failureOf(item)).toMatchObject({ outcome: 'throttled' });
		}
	});

	test('in another execution too, which waits without asking', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: 'a0', retryAfter: 1 });
		const first = send({ parameters: perItem(), items: named('a', 1) });
		await until(() => sandbox.journal.ends().length === 1);
		const second = await send({ parameters: perItem({ rateLimitWait: 60 }), items: named('b', 2) });
		await first;
		expect(statuses(sandbox)).toEqual([429, 200, 200]);
		expect(contents(second.items)).toEqual(['b0']);
	});

	test('in another execution that must not wait: it fails without a request', async () => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 120 });
		const options = { rateLimitWait: 0 };
		await send({ parameters: perItem(options), items: named('a', 1), node: proceed });
		const second = await send({ parameters: perItem(options), items: named('b', 2, 3) });
		expect(statuses(sandbox)).toEqual([429]);
		expect(second.error?.context?.outcome).toBe('throttled');
		expect(groups(second)).toEqual({ notSent: [0, 1] });
	});

	test('and for no other credential', async () => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 120 });
		await send({ parameters: perItem({ rateLimitWait: 0 }), items: named('a', 1), node: proceed });
		const node = { credentials: { liveDeskApi: { id: 'another', name: 'Another' } } };
		const other = await send({ parameters: perItem(), items: named('b', 2), node });
		expect(contents(other.items)).toEqual(['b0']);
	});
});

describe('Messages per Minute', () => {
	test('keeps the starts of all conversations together apart', async () => {
		const { send, sandbox } = context;
		const perMinute = 600;
		const parameters = perItem({ messagesPerMinute: perMinute });
		await send({ parameters, items: itemsTo(1, 2, 3, 4, 1, 2) });
		const starts = sandbox.journal.starts().map(({ at }) => at);
		expect(starts).toHaveLength(6);
		// The clock that counts is the node's: between it and the journal is the way of a request.
		expect(starts[5] - starts[0]).toBeGreaterThan((5 * 60_000) / perMinute - 60);
	});
});
