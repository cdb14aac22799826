import {
	createBounds,
	createRun,
	type RunSettings,
} from '../../../../nodes/LiveDesk/delivery/core/run';
import { newProcess } from '../support/items';

function runOf(settings: Partial<RunSettings> = {}) {
	const { clock, lanes, gate } = newProcess();
	const bounds = createBounds({ parallelConversations: 2, paceMs: 0 }, clock);
	const run = createRun(
		{
			expected: 2,
			batchSize: 2,
			batchIntervalMs: 0,
			stopOnFailure: true,
			retryOnFail: true,
			rateLimitWaitMs: 60_000,
			isCancelled: () => false,
			...settings,
		},
		{ ...bounds, lanes, laneOf: String, gate, clock },
	);
	return { run, clock, gate };
}

test('a new pass begins when an item comes again, not before', () => {
	const { run } = runOf();
	const first = run.passFor(0);
	void first.enter(0);
	expect(run.passFor(1)).toBe(first);
	void first.enter(1);
	const second = run.passFor(0);
	expect(second).not.toBe(first);
	void second.enter(0);
	expect(run.passFor(1)).toBe(second);
});

test('nothing of a pass starts any more once n8n has begun again', () => {
	const { run } = runOf();
	const first = run.passFor(0);
	void first.enter(0);
	expect(first.isOpen()).toBe(true);
	const second = run.passFor(0);
	expect([first.isOpen(), second.isOpen()]).toEqual([false, true]);
});

test('the limit of waiting counts anew with each pass, and what LiveDesk asked for still holds', async () => {
	const { run, clock } = runOf({ rateLimitWaitMs: 10_000 });
	void run.passFor(0).enter(0);
	expect(run.backoff.pause(6_000, clock.now())).toBe(true);
	await clock.pass(6_000);
	expect(run.backoff.pause(6_000, clock.now())).toBe(false);
	void run.passFor(0).enter(0);
	expect(run.backoff.leftMs()).toBeGreaterThan(0);
	expect(run.backoff.pause(6_000, clock.now())).toBe(true);
});

describe('a run with batches', () => {
	const batches = { batchSize: 1, batchIntervalMs: 20 };

	test('holds nothing before n8n must have gone on', async () => {
		const { run, clock } = runOf(batches);
		const pass = run.passFor(0);
		void pass.enter(0);
		await clock.pass(20);
		expect(pass.isHeld()).toBe(false);
		await clock.pass(100);
		expect(pass.isHeld()).toBe(true);
		expect(clock.sleeping()).toBe(0);
	});

	test('leaves no timer behind when it is cancelled', async () => {
		let isCancelled = false;
		const { run, clock } = runOf({
			...batches,
			batchIntervalMs: 3_600_000,
			isCancelled: () => isCancelled,
		});
		void run.passFor(0).enter(0);
		await clock.pass(1_000);
		expect(clock.sleeping()).toBe(1);
		isCancelled = true;
		await clock.pass(100);
		expect(clock.sleeping()).toBe(0);
	});
});
