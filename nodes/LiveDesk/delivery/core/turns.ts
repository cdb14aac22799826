import type { Clock } from './clock';

export interface Turns {
	/**
	 * Begins tasks in the order of their numbers, whatever order they come in.
	 *
	 * @param number from 0, one for each task
	 * @returns what the task returns; it begins when all with lower numbers have begun, or have not come for a while
	 */
	inTurn<T>(number: number, task: () => Promise<T>): Promise<T>;
}

/** Long for a call that n8n delays against another, and short for a person who waits: some numbers never come. */
export const GRACE_MS = 500;

export function createTurns(clock: Clock): Turns {
	let next = 0;
	const waiting = new Map<number, () => void>();

	/** Begins what waits up to this number, and whatever follows without a gap. */
	function beginUpTo(number: number) {
		next = Math.max(next, number);
		for (const waits of [...waiting.keys()].sort((a, b) => a - b)) {
			if (waits > next) return;
			if (waits === next) next++;
			const begin = waiting.get(waits);
			waiting.delete(waits);
			begin?.();
		}
	}

	return {
		async inTurn(number, task) {
			return await new Promise((resolve) => {
				// Agents that run side by side on several items count alike.
				const before = waiting.get(number);
				waiting.set(number, () => {
					before?.();
					resolve(task());
				});
				if (number <= next) beginUpTo(number);
				else void clock.sleep(GRACE_MS).then(() => waiting.has(number) && beginUpTo(number));
			});
		},
	};
}
