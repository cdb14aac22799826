import {
	FIRST_WAIT_MS,
	LONGEST_WAIT_MS,
	SHORTEST_WAIT_MS,
	createBackoff,
	nextTryOf,
	waitMs,
	type NextTry,
} from '../../nodes/LiveDesk/delivery/backoff';
import type { Outcome } from '../../nodes/LiveDesk/delivery/outcome';
import { fakeClock } from './support/clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how long to wait', () => {
	test.each([
		[1_000, 1_000],
		[0, SHORTEST_WAIT_MS],
		[SHORTEST_WAIT_MS - 1, SHORTEST_WAIT_MS],
		[HOUR, HOUR],
	])('as long as LiveDesk asks, but never so short as to hammer it: %i ms', (asked, ms) => {
		for (const streak of [0, 9])
			for (const random of [0, 1]) {
				expect(waitMs(asked, streak, random)).toBe(ms);
			}
	});

	test.each([0, 1, 2, 3, 4, 5, 50, 5_000])(
		'when LiveDesk does not say, from half of a doubling wait up to all of it: streak %i',
		(streak) => {
			const longest = Math.min(FIRST_WAIT_MS * 2 ** streak, LONGEST_WAIT_MS);
			expect(waitMs(undefined, streak, 0)).toBe(longest / 2);
			expect(waitMs(undefined, streak, 0.5)).toBe(longest * 0.75);
			expect(waitMs(undefined, streak, 1)).toBe(longest);
		},
	);
});

const reply = { statusCode: 500, headers: {}, body: '' };

test.each<[Outcome, boolean, NextTry]>([
	[{ kind: 'delivered' }, false, 'nothing'],
	[{ kind: 'delivered' }, true, 'nothing'],
	[{ kind: 'failed', reply: { id: 1 } }, false, 'resend'],
	[{ kind: 'failed', reply: { id: 1 } }, true, 'resend'],
	[{ kind: 'refused', reply }, false, 'send'],
	[{ kind: 'refused', reply }, true, 'send'],
	[{ kind: 'throttled', reply }, false, 'send'],
	[{ kind: 'throttled', reply }, true, 'send'],
	[{ kind: 'unknown', reply }, false, 'nothing'],
	[{ kind: 'unknown', reply }, true, 'send'],
])('the next try of %j, resending what was lost: %s, does %s', (outcome, resendsLost, next) => {
	expect(nextTryOf(outcome, resendsLost)).toBe(next);
});

/** A backoff, and a sender at its gate. */
function backoffOf(limitMs: number, isOver = () => false, random = 0) {
	const clock = fakeClock(random);
	const backoff = createBackoff(limitMs, isOver, clock);
	const passed: number[] = [];
	return {
		clock,
		backoff,
		/** When the senders got through. */
		passed,
		arrive: () => void backoff.ready().then(() => passed.push(clock.now())),
		/** A request that is throttled at once. */
		throttle: (askedMs?: number) => backoff.pause(askedMs, clock.now()),
	};
}

describe('one gate for all', () => {
	test('is open until something is throttled', async () => {
		const { clock, arrive, passed } = backoffOf(MINUTE);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([0]);
		expect(clock.sleeping()).toBe(0);
	});

	test('keeps everybody waiting, and lets all through at the same moment', async () => {
		const { clock, arrive, throttle, passed } = backoffOf(MINUTE);
		expect(throttle(2_000)).toBe(true);
		arrive();
		await clock.pass(500);
		arrive();
		await clock.pass(1_499);
		expect(passed).toEqual([]);
		await clock.pass(1);
		expect(passed).toEqual([2_000, 2_000]);
	});

	test('opens no sooner for a shorter wait that comes meanwhile', async () => {
		const { clock, arrive, throttle, passed } = backoffOf(MINUTE);
		throttle(5_000);
		arrive();
		await clock.pass(1_000);
		throttle(1_000);
		await clock.pass(2_000);
		arrive();
		await clock.pass(MINUTE);
		expect(passed).toEqual([5_000, 5_000]);
	});

	test('opens later for a longer wait, also for those who wait already', async () => {
		const { clock, arrive, throttle, passed } = backoffOf(MINUTE);
		throttle(2_000);
		arrive();
		await clock.pass(1_000);
		throttle(9_000);
		await clock.pass(MINUTE);
		expect(passed).toEqual([10_000]);
	});

	test('lets a cancelled wait end, and leaves no sleep behind', async () => {
		let isOver = false;
		const { clock, arrive, throttle, passed } = backoffOf(2 * HOUR, () => isOver);
		throttle(HOUR);
		arrive();
		await clock.pass(1_000);
		expect(passed).toEqual([]);
		isOver = true;
		await clock.pass(1_000);
		expect(passed).toHaveLength(1);
		expect(clock.sleeping()).toBe(0);
	});
});

describe('waits of our own choosing', () => {
	/** How long the gate is shut by a wave of requests that were under way together. */
	async function wave(width: number, { backoff, clock }: ReturnType<typeof backoffOf>) {
		const sentAt = clock.now();
		await clock.pass(20);
		const answeredAt = clock.now();
		for (let request = 0; request < width; request++) backoff.pause(undefined, sentAt);
		await clock.passUntil(backoff.ready());
		return clock.now() - answeredAt;
	}

	test.each([1, 10])('double from wave to wave, %i requests in each', async (width) => {
		const it = backoffOf(HOUR, undefined, 1);
		const waits = [];
		for (let count = 0; count < 7; count++) waits.push(await wave(width, it));
		expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
	});

	test('start small again after a success', async () => {
		const it = backoffOf(HOUR, undefined, 1);
		await wave(1, it);
		await wave(1, it);
		it.backoff.succeeded();
		expect(await wave(1, it)).toBe(1_000);
	});
});

describe('the limit', () => {
	test('of 0 means not to wait at all', async () => {
		const { clock, arrive, throttle, passed } = backoffOf(0);
		expect(throttle(0)).toBe(false);
		expect(throttle()).toBe(false);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([0]);
	});

	test.each([
		[60_000, true],
		[60_001, false],
	])('is met by what LiveDesk asks for at once: %i ms of a minute', (asked, worthIt) => {
		expect(backoffOf(MINUTE).throttle(asked)).toBe(worthIt);
	});

	test('does not shut the gate for the others when a wait goes beyond it', async () => {
		const { clock, arrive, throttle, passed } = backoffOf(MINUTE);
		throttle(HOUR);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([0]);
	});

	test('counts all waits since the last success', async () => {
		const { clock, throttle, backoff } = backoffOf(10_000);
		expect(throttle(6_000)).toBe(true);
		await clock.pass(6_000);
		expect(throttle(6_000)).toBe(false);
		backoff.succeeded();
		expect(throttle(6_000)).toBe(true);
	});
});
