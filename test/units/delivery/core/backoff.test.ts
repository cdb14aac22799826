import {
	FIRST_WAIT_MS,
	LONGEST_ASKED_MS,
	LONGEST_WAIT_MS,
	createBackoff,
	createGate,
	waitMs,
} from '../../../../nodes/LiveDesk/delivery/core/backoff';
import { fakeClock } from '../support/clock';

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

/** A gate, for as many runs as the test wants. */
function gateOf(random = 0) {
	const clock = fakeClock(random);
	const gate = createGate(clock);
	return {
		clock,
		gate,
		/** A run with its own limit, and a sender of it. */
		runOf(limitMs: number, isOver = () => false) {
			const backoff = createBackoff(limitMs, gate, clock);
			const passed: Array<{ at: number; isWorthIt: boolean }> = [];
			return {
				...backoff,
				/** When its senders got through or gave up. */
				passed,
				arrive: () =>
					void backoff
						.ready(isOver)
						.then((isWorthIt) => passed.push({ at: clock.now(), isWorthIt })),
				/** A request that is throttled at once. */
				throttle: (askedMs?: number) => backoff.pause(askedMs, clock.now()),
			};
		},
	};
}

const through = (at: number) => ({ at, isWorthIt: true });
const givenUp = (at: number) => ({ at, isWorthIt: false });

describe('the gate of one run', () => {
	test('is open until something is throttled', async () => {
		const { clock, runOf } = gateOf();
		const { arrive, leftMs, passed } = runOf(MINUTE);
		expect(leftMs()).toBeLessThanOrEqual(0);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([through(0)]);
		expect(clock.sleeping()).toBe(0);
	});

	test('keeps everybody waiting, and lets all through at the moment it opens', async () => {
		const { clock, runOf } = gateOf();
		const { arrive, throttle, leftMs, passed } = runOf(MINUTE);
		expect(throttle(2_000)).toBe(true);
		arrive();
		await clock.pass(500);
		arrive();
		await clock.pass(1_499);
		expect(leftMs()).toBeGreaterThan(0);
		expect(passed).toEqual([]);
		await clock.pass(1);
		expect(leftMs()).toBeLessThanOrEqual(0);
		expect(passed).toEqual([through(2_000), through(2_000)]);
	});

	test('opens no sooner for a shorter wait that comes meanwhile', async () => {
		const { clock, runOf } = gateOf();
		const { arrive, throttle, passed } = runOf(MINUTE);
		throttle(5_000);
		arrive();
		await clock.pass(1_000);
		throttle(1_000);
		await clock.pass(2_000);
		arrive();
		await clock.pass(MINUTE);
		expect(passed).toEqual([through(5_000), through(5_000)]);
	});

	test('opens later for a longer wait, also for those who wait already', async () => {
		const { clock, runOf } = gateOf();
		const { arrive, throttle, passed } = runOf(MINUTE);
		throttle(2_000);
		arrive();
		await clock.pass(1_000);
		throttle(9_000);
		await clock.pass(MINUTE);
		expect(passed).toEqual([through(10_000)]);
	});

	test('lets go of whoever waits for nothing any more, and leaves no sleep behind', async () => {
		const { clock, runOf } = gateOf();
		let isOver = false;
		const { arrive, throttle, passed } = runOf(2 * HOUR, () => isOver);
		throttle(HOUR);
		arrive();
		await clock.pass(1_000);
		expect(passed).toEqual([]);
		isOver = true;
		await clock.pass(100);
		expect(passed).toHaveLength(1);
		expect(clock.sleeping()).toBe(0);
		arrive();
		await clock.pass(0);
		expect(passed).toHaveLength(2);
	});
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
		const { clock, runOf } = gateOf();
		const { throttle, succeeded, arrive, passed } = runOf(MINUTE);
		throttle(5_000);
		succeeded();
		arrive();
		await clock.pass(MINUTE);
		expect(passed).toEqual([through(5_000)]);
	});
});

describe('the limit', () => {
	test('of 0 gives up at once', async () => {
		const { clock, runOf } = gateOf();
		const { throttle, arrive, passed } = runOf(0);
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

	test('counts all waits since the last success', async () => {
		const { clock, runOf } = gateOf();
		const { throttle, succeeded } = runOf(10_000);
		expect(throttle(6_000)).toBe(true);
		await clock.pass(6_000);
		expect(throttle(6_000)).toBe(false);
		succeeded();
		expect(throttle(6_000)).toBe(true);
	});

	test('counts anew with each try of Retry On Fail', async () => {
		const { clock, runOf } = gateOf();
		const { throttle, startAnew } = runOf(10_000);
		expect(throttle(6_000)).toBe(true);
		await clock.pass(6_000);
		expect(throttle(6_000)).toBe(false);
		startAnew();
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

describe('after a run has given up', () => {
	test('what LiveDesk asked for holds, for this run and any other', async () => {
		const { clock, runOf } = gateOf();
		const [one, patient, impatient] = [runOf(MINUTE), runOf(2 * HOUR), runOf(MINUTE)];
		expect(one.throttle(HOUR)).toBe(false);
		for (const run of [one, patient, impatient]) run.arrive();
		await clock.pass(HOUR);
		expect(one.passed).toEqual([givenUp(0)]);
		expect(impatient.passed).toEqual([givenUp(0)]);
		expect(patient.passed).toEqual([through(HOUR)]);
		impatient.arrive();
		await clock.pass(0);
		expect(impatient.passed).toEqual([givenUp(0), through(HOUR)]);
	});

	test('what LiveDesk asked for holds for a day at most', async () => {
		const { clock, runOf } = gateOf();
		const { throttle, leftMs } = runOf(MINUTE);
		expect(throttle(1_800_000_000_000)).toBe(false);
		await clock.pass(DAY - 1);
		expect(leftMs()).toBeGreaterThan(0);
		await clock.pass(1);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});

	test('a wait of our own choosing holds nobody', async () => {
		const { runOf } = gateOf();
		const { throttle, leftMs } = runOf(100);
		expect(throttle()).toBe(false);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});

	test('of what LiveDesk asked for and our own wait, only the former holds', async () => {
		const { clock, runOf } = gateOf(1);
		const { throttle, leftMs } = runOf(100);
		expect(throttle(200)).toBe(false);
		await clock.pass(199);
		expect(leftMs()).toBeGreaterThan(0);
		await clock.pass(1);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});
});
