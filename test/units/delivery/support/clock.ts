import type { Clock } from '../../../../nodes/LiveDesk/delivery/core/clock';
import { settled } from '../../../../harness/until';

/** A clock on which no time passes but what the test lets pass. */
export interface FakeClock extends Clock {
	/** How many sleeps are still to end. */
	sleeping(): number;
	/** Lets time pass, and ends the sleeps that are over by then, one after the other. */
	pass(ms: number): Promise<void>;
	/** Lets as much time pass as it takes. */
	passUntil<T>(promise: Promise<T>): Promise<T>;
}

/** @param random what each draw gives, from 0 to 1 */
export function fakeClock(random = 0): FakeClock {
	const sleepers: Array<{ due: number; wake: () => void }> = [];
	let now = 0;

	async function passTo(due: number) {
		now = due;
		for (const sleeper of sleepers.filter((each) => each.due <= now)) {
			sleepers.splice(sleepers.indexOf(sleeper), 1);
			sleeper.wake();
		}
		await settled();
	}
	const nextDue = () => Math.min(...sleepers.map(({ due }) => due));

	return {
		now: () => now,
		random: () => random,
		sleep: async (ms) =>
			await new Promise<void>((wake) => void sleepers.push({ due: now + ms, wake })),
		sleeping: () => sleepers.length,
		async pass(ms) {
			await settled();
			const end = now + ms;
			while (nextDue() <= end) await passTo(nextDue());
			now = end;
		},
		async passUntil(promise) {
			let isOver = false;
			const over = () => void (isOver = true);
			promise.then(over, over);
			await settled();
			while (!isOver && sleepers.length > 0) await passTo(nextDue());
			return await promise;
		},
	};
}
