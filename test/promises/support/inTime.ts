const FIRST_MS = 200;
/** A timer may fire a fraction of a millisecond early. */
const EARLY_MS = 2;

/**
 * For what must happen before one of n8n's timers ends: its pause between batches or tries, or its timeout. How long it
 * takes on a busy machine, nobody can say: so it is done once more with a longer time, until it happened in time.
 *
 * @param attempt gets the time for n8n's timer, in milliseconds; `isOver` tells whether the timer may have ended
 * @returns what the attempt returns; one that returns undefined was late
 */
export async function inTime<T>(
	attempt: (ms: number, isOver: () => boolean) => Promise<T | undefined>,
): Promise<T> {
	for (let ms = FIRST_MS; ; ms *= 4) {
		// n8n's timer starts later than this.
		const end = performance.now() + ms - EARLY_MS;
		const result = await attempt(ms, () => performance.now() > end);
		if (result !== undefined) return result;
	}
}
