import {
	FIRST_WAIT_MS,
	LONGEST_ASKED_MS,
	LONGEST_WAIT_MS,
	waitMs,
} from '../../../../nodes/LiveDesk/delivery/core/backoff';
import { gateOf, givenUp, oneRun, through } from '../support/gates';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a single wait', () => {
	test.each([0, 1, 2, 3, 4, 5, 50, 5_000])(
		'goes from half of a doubling wait up to all of it, where LiveDesk does not say: streak %i',
		(streak) => {
			const longest = Math.min(FIRST_WAIT_MS * 2 ** streak, LONGEST_WAIT_MS);
			expect(waitMs(undefined, streak, 0)).toBe(longest / 2);
			expect(waitMs(undefined, streak, 0.5)).toBe(longest * 0.75);
			expect(waitMs(undefined, streak, 1)).toBe(longest);
		},
	);

	test.each([FIRST_WAIT_MS + 1, MINUTE, HOUR, DAY])(
		'is as long as LiveDesk asks: %i ms',
		(asked) => {
			for (const random of [0, 1]) expect(waitMs(asked, 0, random)).toBe(asked);
		},
	);

	test.each([0, 1, SECOND, 14 * SECOND])(
		'is never shorter than one of our own, whatever LiveDesk asks: %i ms',
		(asked) => {
			expect(waitMs(asked, 9, 0)).toBe(LONGEST_WAIT_MS / 2);
			expect(waitMs(asked, 9, 1)).toBe(LONGEST_WAIT_MS);
		},
	);

	test.each([DAY + 1, 1_800_000_000_000, Infinity])(
		'is no longer than a day, whatever LiveDesk asks: %d ms',
		(asked) => {
			expect(waitMs(asked, 0, 1)).toBe(DAY);
			expect(LONGEST_ASKED_MS).toBe(DAY);
		},
	);
});

describe('waits of our own choosing', () => {
	/** How long the gate is shut by a wave of requests that were under way together. */
	async function wave(width: number, it: ReturnType<typeof gateOf>, asked?: number) {
		const { clock, runOf } = it;
		const run = runOf(HOUR);
		const sentAt = clock.now();
		await clock.pass(20);
		const answeredAt = clock.now();
		for (let request = 0; request < width; request++) run.pause(asked, sentAt);
		await clock.passUntil(run.ready(() => false));
		return clock.now() - answeredAt;
	}
	const doubling = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];

	test.each([1, 10])('double from wave to wave, %i requests in each', async (width) => {
		const it = gateOf(1);
		const waits = [];
		for (let count = 0; count < 7; count++) waits.push(await wave(width, it));
		expect(waits).toEqual(doubling);
	});

	test('go on doubling where LiveDesk asks for less each time', async () => {
		const it = gateOf(1);
		const waits = [];
		for (let count = 0; count < 7; count++) waits.push(await wave(1, it, 500));
		expect(waits).toEqual(doubling);
	});

	test('start small again after a success, of whatever run', async () => {
		const it = gateOf(1);
		await wave(1, it);
		await wave(1, it);
		it.runOf(0).succeeded();
		expect(await wave(1, it)).toBe(1_000);
	});

	test('do not open the gate after a success, as long as LiveDesk asked to wait', async () => {
		const { clock, throttle, succeeded, arrive, passed } = oneRun(MINUTE);
		throttle(5_000);
		succeeded();
		arrive();
		await clock.pass(MINUTE);
		expect(passed).toEqual([through(5_000)]);
	});
});

describe('the limit', () => {
	test('of 0 gives up at once', async () => {
		const { clock, throttle, arrive, passed } = oneRun(0);
		expect(throttle(0)).toBe(false);
		expect(throttle()).toBe(false);
		expect(throttle(5_000)).toBe(false);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([givenUp(0)]);
		expect(clock.sleeping()).toBe(0);
	});

	test.each([
		[60_000, true],
		[60_001, false],
	])('is met by what LiveDesk asks for at once: %i ms of a minute', (asked, isWorthIt) => {
		expect(gateOf().runOf(MINUTE).throttle(asked)).toBe(isWorthIt);
	});

	test.each([
		['since the last success', 'succeeded'],
		['anew with each try of Retry On Fail', 'startAnew'],
	] as const)('counts all waits %s', async (_, event) => {
		const { clock, throttle, ...run } = oneRun(10_000);
		expect(throttle(6_000)).toBe(true);
		await clock.pass(6_000);
		expect(throttle(6_000)).toBe(false);
		run[event]();
		expect(throttle(6_000)).toBe(true);
	});

	test('counts from when the run first met the closed gate, be it closed by another', async () => {
		const { clock, runOf } = gateOf();
		const [other, { throttle, arrive, passed }] = [runOf(HOUR), runOf(10_000)];
		other.throttle(6_000);
		arrive();
		await clock.pass(6_000);
		expect(passed).toEqual([through(6_000)]);
		expect(throttle(6_000)).toBe(false);
	});

	test('gives up in the middle of a wait that another run has made too long', async () => {
		const { clock, runOf } = gateOf();
		const [other, { arrive, passed }] = [runOf(HOUR), runOf(10_000)];
		other.throttle(6_000);
		arrive();
		await clock.pass(1_000);
		other.throttle(MINUTE);
		await clock.pass(MINUTE);
		expect(passed).toEqual([givenUp(6_000)]);
	});
});
