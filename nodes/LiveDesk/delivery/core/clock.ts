export interface Clock {
	/** Milliseconds since any fixed moment. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** From 0 to 1. */
	random(): number;
}

const STEP_MS = 100;

/** Waits in steps, and no longer once it is over: a cancelled execution must not be kept by a timer. */
export async function waitUnless(isOver: () => boolean, ms: number, clock: Clock): Promise<void> {
	const until = clock.now() + ms;
	for (let left = ms; left > 0 && !isOver(); left = until - clock.now()) {
		await clock.sleep(Math.min(left, STEP_MS));
	}
}
