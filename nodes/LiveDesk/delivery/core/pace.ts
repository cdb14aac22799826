import { waitUnless, type Clock } from './clock';

export interface Pace {
	/** Resolves when the next request may start, or when `isOver` says that none will. */
	turn(isOver: () => boolean): Promise<void>;
}

/**
 * Keeps starts apart, one after the other; no burst makes up for a pause.
 *
 * @param intervalMs the least time between two starts; 0 for no limit
 */
export function createPace(intervalMs: number, clock: Clock): Pace {
	let lastStart = -Infinity;
	let queue = Promise.resolve();
	async function wait(isOver: () => boolean) {
		await waitUnless(isOver, lastStart + intervalMs - clock.now(), clock);
		// What does not start takes no turn from the others.
		if (!isOver()) lastStart = clock.now();
	}
	return {
		async turn(isOver) {
			if (intervalMs > 0) await (queue = queue.then(async () => await wait(isOver)));
		},
	};
}
