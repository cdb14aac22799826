import { waitUnless } from '../../../../nodes/LiveDesk/delivery/core/clock';
import { fakeClock } from '../support/clock';

/** A wait, and when it ended. */
function waiting(ms: number, isOver = () => false) {
	const clock = fakeClock();
	const ended: number[] = [];
	void waitUnless(isOver, ms, clock).then(() => ended.push(clock.now()));
	return { clock, ended };
}

test.each([1, 99, 100, 101, 12_345])('a wait of %i ms takes as long as that', async (ms) => {
	const { clock, ended } = waiting(ms);
	await clock.pass(ms - 1);
	expect(ended).toEqual([]);
	await clock.pass(1);
	expect(ended).toEqual([ms]);
	expect(clock.sleeping()).toBe(0);
});

test.each([0, -1, -Infinity])('a wait of %d ms sets no timer', async (ms) => {
	const { clock, ended } = waiting(ms);
	expect(clock.sleeping()).toBe(0);
	await clock.pass(0);
	expect(ended).toEqual([0]);
});

test('a wait that is over before it begins sets no timer', async () => {
	const { clock, ended } = waiting(1_000, () => true);
	expect(clock.sleeping()).toBe(0);
	await clock.pass(0);
	expect(ended).toEqual([0]);
});

test('a wait that is over meanwhile ends within a tenth of a second', async () => {
	let isOver = false;
	const { clock, ended } = waiting(3_600_000, () => isOver);
	await clock.pass(950);
	isOver = true;
	await clock.pass(100);
	expect(ended).toEqual([1_000]);
	expect(clock.sleeping()).toBe(0);
});

test('a wait goes by the clock, where sleeps are longer than asked for', async () => {
	const clock = fakeClock();
	const sleepy = { ...clock, sleep: async (ms: number) => await clock.sleep(ms * 4) };
	const ended: number[] = [];
	void waitUnless(() => false, 1_000, sleepy).then(() => ended.push(clock.now()));
	await clock.pass(10_000);
	// Four tenths of a second a step: the third ends after the time is over.
	expect(ended).toEqual([1_200]);
});
