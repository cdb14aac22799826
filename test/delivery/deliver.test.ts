import type { Outcome } from '../../nodes/LiveDesk/delivery/outcome';
import { runOf, runOfItems } from './support/parcels';

const reply = { statusCode: 429, headers: {}, body: '' };
const delivered: Outcome = { kind: 'delivered', reply: { id: 1 } };
const failed: Outcome = { kind: 'failed', reply: { id: 7, status: 'failed' } };
const refused: Outcome = { kind: 'refused', reply };
const lost: Outcome = { kind: 'unknown' };
const throttled = (retryAfterMs?: number): Outcome => ({ kind: 'throttled', reply, retryAfterMs });

const oneLane = () => 'lane';

describe('a throttled message', () => {
	test('goes out again when LiveDesk said it may, and the others wait with it', async () => {
		const { kinds, asked } = runOf([[throttled(30_000)], []], {}, oneLane);
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		expect(asked.map(({ index }) => index)).toEqual([0, 0, 1]);
		expect(asked[1].at - asked[0].at).toBeGreaterThanOrEqual(30_000);
	});

	test('keeps all lanes waiting', async () => {
		const script = [[throttled(30_000)], [], [], []];
		const { kinds, asked } = runOf(script, { parallelConversations: 2 });
		expect(await kinds()).toEqual(Array(4).fill('delivered'));
		expect(asked.filter(({ at }) => at < 30_000).map(({ index }) => index)).toEqual([0, 1]);
	});

	test('waits longer each time while LiveDesk does not say how long', async () => {
		const { kinds, asked } = runOf([[throttled(), throttled(), throttled()]]);
		expect(await kinds()).toEqual(['delivered']);
		const waits = asked.slice(1).map(({ at }, before) => Math.round((at - asked[before].at) / 500));
		expect(waits).toEqual([1, 2, 4]);
	});

	test('is given up when the wait would be too long, once', async () => {
		const { kinds, asked } = runOf([[throttled(60_001), throttled(1)], []], {}, oneLane);
		expect(await kinds()).toEqual(['throttled', 'notSent']);
		expect(asked).toHaveLength(1);
	});

	test('starts anew with a small wait after one that got through', async () => {
		const { kinds, asked } = runOf([[throttled(), throttled()], [throttled()]], {}, oneLane);
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		const [, , , first, second] = asked;
		expect(Math.round((second.at - first.at) / 500)).toBe(1);
	});

	test('gets all of Rate Limit Wait again once LiveDesk has answered another one, be it with a refusal', async () => {
		const script = [
			[throttled(40_000), refused],
			[throttled(40_000), delivered],
		];
		const { kinds } = runOf(script, { stopOnFailure: false, rateLimitWaitMs: 60_000 }, oneLane);
		expect(await kinds()).toEqual(['refused', 'delivered']);
	});

	test('is not sent any more when the execution is cancelled meanwhile, and no sleep is left', async () => {
		const { clock, state, asked, goThrough } = runOf([[throttled(3_000_000)], []], {
			rateLimitWaitMs: 3_600_000,
			parallelConversations: 1,
		});
		const all = Promise.all(goThrough());
		await clock.pass(5_000);
		state.isCancelled = true;
		const ends = await clock.passUntil(all);
		expect(ends.map(({ endings: [{ kind }] }) => kind)).toEqual(['notSent', 'notSent']);
		expect(asked).toHaveLength(1);
		expect(clock.now()).toBeLessThan(10_000);
		expect(clock.sleeping()).toBe(0);
	});

	test('is not sent any more when another item has failed meanwhile', async () => {
		const { kinds, asked } = runOf([[throttled(30_000)], [refused]]);
		expect(await kinds()).toEqual(['notSent', 'refused']);
		expect(asked.map(({ index }) => index)).toEqual([0, 1]);
	});
});

describe('the next try', () => {
	test('retries under its ID what the channel had not delivered', async () => {
		const { kinds, asked } = runOf([[failed, failed]]);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['delivered']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, 7, 7]);
	});

	test('gives what was delivered before, without asking', async () => {
		const { kinds, asked } = runOf([[], [refused]], { stopOnFailure: false });
		expect(await kinds()).toEqual(['delivered', 'refused']);
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		expect(asked.map(({ index }) => index)).toEqual([0, 1, 1]);
	});

	test('still says that a message may have arrived, when another item keeps it from going out again', async () => {
		const { kinds, asked } = runOf([
			[lost, throttled(30_000)],
			[refused, refused],
		]);
		expect(await kinds({ resendsLost: true })).toEqual(['unknown', 'refused']);
		expect(await kinds({ resendsLost: true })).toEqual(['unknown', 'refused']);
		expect(asked.map(({ index }) => index)).toEqual([0, 1, 0, 1]);
	});

	test('sends all anew after a success: whoever calls again means it', async () => {
		const { kinds, asked } = runOf([[], []]);
		await kinds();
		await kinds();
		expect(asked.map(({ index }) => index)).toEqual([0, 1, 0, 1]);
	});
});

test('bad input is never sent, and keeps all others back', async () => {
	const { clock, asked, goThrough } = runOf([[], []]);
	const [first] = goThrough({ invalid: { kind: 'invalid', message: 'x' }, messages: [] });
	const { endings } = await clock.passUntil(first);
	expect(endings).toEqual([{ kind: 'invalid', message: 'x' }]);
	expect(asked).toEqual([]);
});

test('a failed message that the user accepts is a delivered one', async () => {
	const { kinds } = runOf([[failed], []]);
	expect(await kinds({ acceptsFailed: true })).toEqual(['delivered', 'delivered']);
});

describe('an item of several messages', () => {
	const names = (asked: Array<{ index: number; part: number }>) =>
		asked.map(({ index, part }) => `${index}.${part}`);

	test('sends them in order, before those of the next item in its lane', async () => {
		const { kinds, asked } = runOfItems(
			[
				[[throttled(1_000)], [], []],
				[[], []],
			],
			{},
			oneLane,
		);
		expect(await kinds()).toEqual(Array(5).fill('delivered'));
		expect(names(asked)).toEqual(['0.0', '0.0', '0.1', '0.2', '1.0', '1.1']);
	});

	test('stops at the first that fails, with On Error = Stop', async () => {
		const { kinds, asked } = runOfItems([[[], [refused], []], [[]]], {}, oneLane);
		expect(await kinds()).toEqual(['delivered', 'refused', 'notSent', 'notSent']);
		expect(names(asked)).toEqual(['0.0', '0.1']);
	});

	test('goes on after one that fails, with On Error = Continue', async () => {
		const settings = { stopOnFailure: false };
		const { kinds, asked } = runOfItems([[[], [refused], []]], settings, oneLane);
		expect(await kinds()).toEqual(['delivered', 'refused', 'delivered']);
		expect(names(asked)).toEqual(['0.0', '0.1', '0.2']);
	});

	test('sends in the next try only those that were not delivered', async () => {
		const { kinds, asked } = runOfItems([[[], [failed], []]], {}, oneLane);
		expect(await kinds()).toEqual(['delivered', 'failed', 'notSent']);
		expect(await kinds()).toEqual(['delivered', 'delivered', 'delivered']);
		expect(names(asked)).toEqual(['0.0', '0.1', '0.1', '0.2']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, undefined, 7, undefined]);
	});

	test('counts as partly sent, when another item stopped it in between', async () => {
		const script = [[[], []], [[refused]]];
		const { tally } = runOfItems(script, { parallelConversations: 2 });
		expect(await tally()).toEqual({ sent: [], partlySent: [0], failed: [1], notSent: [] });
	});
});
