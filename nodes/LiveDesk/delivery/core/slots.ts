export interface Slots {
	/**
	 * Runs a task as soon as a slot is free; who asked first comes first.
	 *
	 * @returns what the task returns
	 * @throws what the task throws
	 */
	inSlot<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * How many tasks start between two turns of the event loop. Requests that start together are answered together, and from
 * then on all wait for the server at once and for the processor at once.
 */
const STARTS_PER_TURN = 4;

/**
 * @param limit how many tasks may run at the same time
 * @param turn resolves when the event loop has gone round, and answers that had come in are dealt with
 */
export function createSlots(limit: number, turn: () => Promise<void>): Slots {
	let free = limit;
	let started = 0;
	let turns = Promise.resolve();
	const waiting: Array<() => void> = [];

	async function inTurn() {
		if (started > 0 && started % STARTS_PER_TURN === 0) turns = turns.then(turn);
		started++;
		await turns;
	}

	return {
		async inSlot(task) {
			if (free > 0) free--;
			else await new Promise<void>((taken) => waiting.push(taken));
			try {
				await inTurn();
				return await task();
			} finally {
				// A slot goes from hand to hand: between free++ and the next task's turn a newcomer could slip in.
				const next = waiting.shift();
				if (next) next();
				else free++;
			}
		},
	};
}
