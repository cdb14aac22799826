import { waitUnless, type Clock } from './clock';

/** The first wait where LiveDesk does not say how long; each further one is twice as long. */
export const FIRST_WAIT_MS = 1_000;
/** No single wait of our own choosing is longer. */
export const LONGEST_WAIT_MS = 30_000;
/** No request is kept longer by what LiveDesk asked for: a date in seconds would close it for years. */
export const LONGEST_ASKED_MS = 24 * 60 * 60 * 1_000;

/**
 * How long to wait before a throttled request goes out again, in milliseconds.
 *
 * @param asked what LiveDesk asked for, in milliseconds; never taken for less than a wait of our own
 * @param streak how many waits came before without a success between them
 * @param random from 0 to 1: spreads what would otherwise come back at once
 */
export function waitMs(asked: number | undefined, streak: number, random: number): number {
	const longest = Math.min(FIRST_WAIT_MS * 2 ** streak, LONGEST_WAIT_MS);
	return Math.max(Math.min(asked ?? 0, LONGEST_ASKED_MS), longest * (0.5 + random / 2));
}

/** When LiveDesk takes requests again: one moment for all that use a credential, in whatever run. */
export interface Gate {
	/** By the clock; in the past while requests may go out. */
	opensAt(): number;
	/** Moves the moment, but only later: the shorter of two overlapping waits must not reopen the gate. */
	closeUntil(moment: number): void;
	/**
	 * @param sentAt when the throttled request went out, by the clock
	 * @returns when it may go out again
	 */
	nextMoment(askedMs: number | undefined, sentAt: number): number;
	/** The next wait starts small again. */
	succeeded(): void;
}

export function createGate(clock: Clock): Gate {
	let opensAt = -Infinity;
	let waveAt = -Infinity;
	let streak = 0;
	return {
		opensAt: () => opensAt,
		closeUntil: (moment) => void (opensAt = Math.max(opensAt, moment)),
		nextMoment(askedMs, sentAt) {
			const now = clock.now();
			// Requests that were on their way together are one sign of overload, not several.
			if (sentAt >= waveAt) {
				streak++;
				waveAt = now;
			}
			return now + waitMs(askedMs, Math.max(0, streak - 1), clock.random());
		},
		succeeded: () => void (streak = 0),
	};
}

/** How long one run puts up with a closed gate. */
export interface Backoff {
	/**
	 * @param isOver whether nobody waits any more
	 * @returns when the gate is open or `isOver`: true; false where it opens later than the run is willing to wait
	 */
	ready(isOver: () => boolean): Promise<boolean>;
	/** @returns how long the gate will still be closed; 0 or less where it is open */
	leftMs(): number;
	/**
	 * Closes the gate. What LiveDesk asked for holds after giving up as well, for whatever comes next.
	 *
	 * @returns false when the wait would go beyond the limit: give up
	 */
	pause(askedMs: number | undefined, sentAt: number): boolean;
	/** A request got through. */
	succeeded(): void;
	/** A new try of Retry On Fail: the limit counts anew. */
	startAnew(): void;
}

/** @param limitMs how long to wait at most without a success; 0 gives up at once */
export function createBackoff(limitMs: number, gate: Gate, clock: Clock): Backoff {
	let waitingSince: number | undefined;
	const isTooFar = (moment: number) => moment - (waitingSince ??= clock.now()) > limitMs;
	const leftMs = () => gate.opensAt() - clock.now();
	return {
		leftMs,
		async ready(isOver) {
			while (leftMs() > 0 && !isOver()) {
				if (isTooFar(gate.opensAt())) return false;
				await waitUnless(isOver, leftMs(), clock);
			}
			return true;
		},
		pause(askedMs, sentAt) {
			const moment = gate.nextMoment(askedMs, sentAt);
			const givesUp = isTooFar(moment);
			const asked = clock.now() + Math.min(askedMs ?? 0, LONGEST_ASKED_MS);
			gate.closeUntil(givesUp ? asked : moment);
			return !givesUp;
		},
		succeeded() {
			waitingSince = undefined;
			gate.succeeded();
		},
		startAnew: () => void (waitingSince = undefined),
	};
}
