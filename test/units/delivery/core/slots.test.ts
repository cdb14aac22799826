import { createSlots, type Slots } from '../../../../nodes/LiveDesk/delivery/core/slots';
import { settled } from '../../../../harness/until';
import { deferred, type Deferred } from '../support/deferred';

/** So many tasks that ask for a slot in turn, and end when the test says so. */
function asking(slots: Slots, count: number) {
	const started: number[] = [];
	const ends: Array<Deferred<number>> = Array.from({ length: count }, () => deferred<number>());
	const ask = async (index: number) =>
		await slots.inSlot(async () => {
			started.push(index);
			return await ends[index].promise;
		});
	return { started, ends, all: ends.map(async (_, index) => await ask(index)) };
}

test.each([1, 2, 5])('no more than %i tasks run at once, first come, first served', async (n) => {
	const { started, ends, all } = asking(createSlots(n), n + 3);
	for (let done = 0; done <= 3; done++) {
		await settled();
		expect(started).toEqual(Array.from({ length: n + done }, (_, index) => index));
		ends[done].resolve(done);
	}
	ends.forEach(({ resolve }, index) => resolve(index));
	expect(await Promise.all(all)).toEqual(ends.map((_, index) => index));
});

test('the slot of a task that failed is given on, and only its caller is told', async () => {
	const { started, ends, all } = asking(createSlots(1), 2);
	await settled();
	ends[0].reject(new Error('broken'));
	await expect(all[0]).rejects.toThrow('broken');
	await settled();
	expect(started).toEqual([0, 1]);
	ends[1].resolve(1);
	expect(await all[1]).toBe(1);
});

test('no newcomer slips in before those who wait', async () => {
	const slots = createSlots(1);
	const started: string[] = [];
	const holding = deferred();
	const first = slots.inSlot(async () => await holding.promise);
	const waiting = slots.inSlot(async () => void started.push('waiting'));
	// Asked for as early as can be after the first has ended.
	const newcomer = holding.promise.then(
		async () => await slots.inSlot(async () => void started.push('newcomer')),
	);
	holding.resolve();
	await Promise.all([first, waiting, newcomer]);
	expect(started).toEqual(['waiting', 'newcomer']);
});

test('all slots are free again after a rush, and no more than those', async () => {
	const slots = createSlots(2);
	const { ends, all } = asking(slots, 5);
	ends.forEach(({ resolve }, index) => resolve(index));
	await Promise.all(all);
	const { started } = asking(slots, 3);
	await settled();
	expect(started).toEqual([0, 1]);
});
