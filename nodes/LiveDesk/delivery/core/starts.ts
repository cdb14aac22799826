export interface Starts {
	/** Resolves when the next message may start: at once, or when the event loop has gone round. */
	turn(): Promise<void>;
}

/** Few enough to keep requests apart, and enough that a run of a handful of messages waits for nothing. */
const STARTS_PER_TURN = 4;

/**
 * Keeps the requests of a run out of step. Those that start together are answered together; from then on all of them
 * wait for the server, and then all for the processor, while the other one has nothing to do. It changes no promise:
 * without it a run sends the same, and takes longer. How much is in docs/figures.md.
 *
 * @param loop resolves when the event loop has gone round, and responses that had come in are dealt with
 */
export function createStarts(loop: () => Promise<void>): Starts {
	let started = 0;
	let turns = Promise.resolve();
	return {
		async turn() {
			if (started > 0 && started % STARTS_PER_TURN === 0) turns = turns.then(loop);
			started++;
			await turns;
		},
	};
}
