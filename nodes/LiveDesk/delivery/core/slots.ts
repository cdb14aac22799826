export interface Slots {
	/**
	 * Runs a task as soon as a slot is free; who asked first comes first.
	 *
	 * @returns what the task returns
	 * @throws what the task throws
	 */
	inSlot<T>(task: () => Promise<T>): Promise<T>;
}

/** @param limit how many tasks may run at the same time */
export function createSlots(limit: number): Slots {
	let free = limit;
	const waiting: Array<() => void> = [];
	return {
		async inSlot(task) {
			if (free > 0) free--;
			else await new Promise<void>((taken) => waiting.push(taken));
			try {
				return await task();
			} finally {
				// Handed over directly: with `free++`, a later caller could take it first.
				const next = waiting.shift();
				if (next) next();
				else free++;
			}
		},
	};
}
