import type { Clock } from '../../../../nodes/LiveDesk/delivery/core/clock';
import { createPace } from '../../../../nodes/LiveDesk/delivery/core/pace';
import { fakeClock } from '../support/clock';
import { namesOf, oneLane, runOfMessages, timesOf } from '../support/items';
import { delivered, throttled } from '../support/outcomes';

/** A pace, and starts that write down when they may go; each sleep takes so much longer than it should. */
function paced(intervalMs: number, lateMs = 0) {
	const clock = fakeClock();
	const sleep: Clock['sleep'] = async (ms) => await clock.sleep(ms + lateMs);
	const pace = createPace(intervalMs, { ...clock, sleep });
	const starts: number[] = [];
	const ask = (isOver = () => false) => void pace.turn(isOver).then(() => starts.push(clock.now()));
	return { clock, starts, ask };
}

test('starts are the interval apart, the first at once', async () => {
	const { clock, starts, ask } = paced(1_000);
	for (let asked = 0; asked < 4; asked++) ask();
	await clock.pass(10_000);
	expect(starts).toEqual([0, 1_000, 2_000, 3_000]);
});

test('no burst makes up for a pause', async () => {
	const { clock, starts, ask } = paced(1_000);
	ask();
	await clock.pass(10_500);
	for (let asked = 0; asked < 3; asked++) ask();
	await clock.pass(10_000);
	expect(starts).toEqual([0, 10_500, 11_500, 12_500]);
});

test('a start that comes late moves those after it', async () => {
	const { clock, starts, ask } = paced(100, 70);
	for (let asked = 0; asked < 3; asked++) ask();
	await clock.pass(10_000);
	expect(starts).toEqual([0, 170, 340]);
});

test('an interval of 0 limits nothing, and sets no timer', async () => {
	const { clock, starts, ask } = paced(0);
	for (let asked = 0; asked < 3; asked++) ask();
	expect(clock.sleeping()).toBe(0);
	await clock.pass(0);
	expect(starts).toEqual([0, 0, 0]);
});

test('cancelled waits end, all of them, and leave no sleep behind', async () => {
	const { clock, starts, ask } = paced(3_600_000);
	let isOver = false;
	for (let asked = 0; asked < 50; asked++) ask(() => isOver);
	await clock.pass(1_000);
	expect(starts).toEqual([0]);
	isOver = true;
	await clock.pass(100);
	expect(starts).toHaveLength(50);
	expect(clock.sleeping()).toBe(0);
});

test('a cancelled wait takes no turn from the others', async () => {
	const { clock, starts, ask } = paced(1_000);
	let isOver = false;
	ask();
	ask(() => isOver);
	ask();
	await clock.pass(500);
	isOver = true;
	await clock.pass(10_000);
	// The second has ended without a start.
	expect(starts).toEqual([0, 600, 1_000]);
});

describe('in a run', () => {
	const settings = { paceMs: 1_000, stopOnFailure: false };

	test('all lanes together keep to the pace, however long a request takes', async () => {
		const { kinds, asked } = runOfMessages([[], [], [], []], { settings, takesMs: 2_500 });
		expect(await kinds()).toEqual(Array(4).fill('delivered'));
		expect(timesOf(asked)).toEqual([0, 1_000, 2_000, 3_000]);
	});

	test('one lane keeps to the pace, and to its order', async () => {
		const { kinds, asked } = runOfMessages([[], [], []], { settings, laneOf: oneLane });
		await kinds();
		expect(namesOf(asked)).toEqual(['0.0', '1.0', '2.0']);
		expect(timesOf(asked)).toEqual([0, 1_000, 2_000]);
	});

	test('the gate closes while others wait: each takes a new turn behind it, and no burst comes of it', async () => {
		const script = [[throttled(10_000), delivered], [], [], [], []];
		const { kinds, asked } = runOfMessages(script, { settings, takesMs: 100 });
		expect(await kinds()).toEqual(Array(5).fill('delivered'));
		const times = timesOf(asked);
		expect(times[0]).toBe(0);
		// Throttled after 100 ms, so that the gate opens after 10,100 ms.
		expect(times[1]).toBeGreaterThanOrEqual(10_100);
		for (const [before, at] of times.slice(1).entries()) {
			expect(at - times[before]).toBeGreaterThanOrEqual(1_000);
		}
		expect(namesOf(asked).sort()).toEqual(['0.0', '0.0', '1.0', '2.0', '3.0', '4.0']);
	});

	test('a cancelled run ends at once, whatever the pace', async () => {
		const slow = { settings: { paceMs: 3_600_000 } };
		const { clock, asked, cancelledAfter } = runOfMessages([[], [], []], slow);
		await cancelledAfter(1_000);
		expect(clock.now()).toBeLessThan(2_000);
		expect(asked).toHaveLength(1);
		expect(clock.sleeping()).toBe(0);
	});
});
