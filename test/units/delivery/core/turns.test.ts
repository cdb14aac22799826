import { createTurns, GRACE_MS } from '../../../../nodes/LiveDesk/delivery/core/turns';
import { fakeClock } from '../support/clock';

const begun = () => {
	const clock = fakeClock();
	const turns = createTurns(clock);
	const order: number[] = [];
	const come = (...numbers: number[]) => {
		for (const number of numbers) {
			void turns.inTurn(number, async () => {
				order.push(number);
				return await Promise.resolve(number);
			});
		}
	};
	return { clock, turns, order, come };
};

test.each([
	['in order', [0, 1, 2, 3]],
	['in reverse', [3, 2, 1, 0]],
	['mixed', [1, 3, 0, 2]],
])('calls that come %s begin in order, and none waits for the clock', (_, numbers) => {
	const { order, come } = begun();
	come(...numbers);
	expect(order).toEqual([0, 1, 2, 3]);
});

test('a call whose predecessor has not come waits for it, and no longer than a moment', async () => {
	const { clock, order, come } = begun();
	come(0, 2, 3);
	expect(order).toEqual([0]);
	await clock.pass(GRACE_MS - 1);
	expect(order).toEqual([0]);
	await clock.pass(1);
	expect(order).toEqual([0, 2, 3]);
	come(1);
	expect(order).toEqual([0, 2, 3, 1]);
	come(4);
	expect(order).toEqual([0, 2, 3, 1, 4]);
});

test('where the first is unknown, those that come within a moment begin in order', async () => {
	const { clock, order, come } = begun();
	come(6);
	await clock.pass(GRACE_MS / 2);
	come(5, 7);
	expect(order).toEqual([]);
	await clock.pass(GRACE_MS / 2);
	expect(order).toEqual([5, 6, 7]);
});

test('two with one number both begin', async () => {
	const { clock, order, come } = begun();
	come(1, 1);
	await clock.pass(GRACE_MS);
	expect(order).toEqual([1, 1]);
});

test('gives what the task gives, and fails as it fails', async () => {
	const { turns } = begun();
	await expect(turns.inTurn(0, async () => await Promise.resolve('sent'))).resolves.toBe('sent');
	const failing = turns.inTurn(1, async () => await Promise.reject(new Error('no')));
	await expect(failing).rejects.toThrow('no');
});
