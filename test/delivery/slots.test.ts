import { createSlots } from '../../nodes/LiveDesk/delivery/slots';
import { deferred, type Deferred } from './support/deferred';
import { settled } from '../support/until';

const atOnce = async () => await Promise.resolve();

/** So many tasks that ask for a slot in turn, and end when the test says so. */
function asking(limit: number, count: number) {
	const slots = createSlots(limit, atOnce);
	const started: number[] = [];
	const ends: Array<Deferred<number>> = Array.from({ length: count }, () => deferred<number>());
	const ask = async (index: number) =>
		await slots.inSlot(async () => {
			started.push(index);
			return await ends[index].promise;
		});
	return { slots, started, ends, all: ends.map((_, index) => ask(index)) };
}

test.each([1, 2, 5])('runs no more than %i tasks at once, first come, first served', async (n) => {
	const { started, ends, all } = asking(n, n + 3);
	for (let done = 0; done <= 3; done++) {
		await settled();
		expect(started).toEqual(Array.from({ length: n + done }, (_, index) => index));
		ends[done].resolve(done);
	}
	ends.forEach(({ resolve }, index) => resolve(index));
	expect(await Promise.all(all)).toEqual(ends.map((_, index) => index));
});

test('gives back the slot of a task that failed', async () => {
	const { started, ends, all } = asking(1, 2);
	await settled();
	ends[0].reject(new Error('broken'));
	await expect(all[0]).rejects.toThrow('broken');
	await settled();
	expect(started).toEqual([0, 1]);
	ends[1].resolve(1);
	expect(await all[1]).toBe(1);
});

test('lets no newcomer slip in before those who wait', async () => {
	const { slots, started, ends, all } = asking(1, 2);
	await settled();
	ends[0].resolve(0);
	await all[0];
	const newcomer = slots.inSlot(async () => void started.push(99));
	await settled();
	expect(started).toEqual([0, 1]);
	ends[1].resolve(1);
	await newcomer;
	expect(started).toEqual([0, 1, 99]);
});

test('has all slots free again after a rush', async () => {
	const { slots, ends, all } = asking(2, 5);
	ends.forEach(({ resolve }, index) => resolve(index));
	await Promise.all(all);
	const running: number[] = [];
	const hold = deferred();
	for (const index of [0, 1, 2]) {
		void slots.inSlot(async () => {
			running.push(index);
			await hold.promise;
		});
	}
	await settled();
	expect(running).toEqual([0, 1]);
});

test('lets the event loop have its turn after a few starts, and delays no single task', async () => {
	const turns: Array<Deferred<void>> = [];
	const slots = createSlots(10, async () => {
		turns.push(deferred());
		await turns[turns.length - 1].promise;
	});
	const started: number[] = [];
	const all = Array.from({ length: 9 }, async (_, index) => {
		await slots.inSlot(async () => void started.push(index));
	});
	await settled();
	expect(started).toEqual([0, 1, 2, 3]);
	turns[0].resolve();
	await settled();
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	turns[1].resolve();
	await Promise.all(all);
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
	expect(turns).toHaveLength(2);
});
