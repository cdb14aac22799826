import { gateOf, givenUp, oneRun, through } from '../support/gates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the gate of one run', () => {
	test('is open until something is throttled', async () => {
		const { clock, arrive, leftMs, passed } = oneRun(MINUTE);
		expect(leftMs()).toBeLessThanOrEqual(0);
		arrive();
		await clock.pass(0);
		expect(passed).toEqual([through(0)]);
		expect(clock.sleeping()).toBe(0);
	});

	test('keeps everybody waiting, and lets all through at the moment it opens', async () => {
		const { clock, arrive, throttle, leftMs, passed } = oneRun(MINUTE);
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
		const { clock, arrive, throttle, passed } = oneRun(MINUTE);
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
		const { clock, arrive, throttle, passed } = oneRun(MINUTE);
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
		const { clock, throttle, leftMs } = oneRun(MINUTE);
		expect(throttle(1_800_000_000_000)).toBe(false);
		await clock.pass(DAY - 1);
		expect(leftMs()).toBeGreaterThan(0);
		await clock.pass(1);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});

	test('a wait of our own choosing holds nobody', async () => {
		const { throttle, leftMs } = oneRun(100);
		expect(throttle()).toBe(false);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});

	test('of what LiveDesk asked for and our own wait, only the former holds', async () => {
		const { clock, throttle, leftMs } = oneRun(100, 1);
		expect(throttle(200)).toBe(false);
		await clock.pass(199);
		expect(leftMs()).toBeGreaterThan(0);
		await clock.pass(1);
		expect(leftMs()).toBeLessThanOrEqual(0);
	});
});
