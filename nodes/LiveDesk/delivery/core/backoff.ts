import { waitUnless, type Clock } from './clock';
import type { Outcome } from './outcome';

/** The first wait where LiveDesk does not say how long; each further one is twice as long. */
export const FIRST_WAIT_MS = 1_000;
/** No single wait of our own choosing is longer. */
export const LONGEST_WAIT_MS = 30_000;
/** A wait is never shorter, even if LiveDesk asks for none: otherwise a node would hammer it. */
export const SHORTEST_WAIT_MS = 100;

/** What Retry On Fail may do with a message in n8n's next try. */
export type NextTry = 'nothing' | 'send' | 'resend';

/**
 * May it be sent again?
 *
 * @param resendsLost whether the user chose to send a message again whose answer was lost
 * @returns `nothing` where it was or may have been delivered, `resend` where LiveDesk has it and can retry it,
 * `send` where LiveDesk certainly never took it
 */
export function nextTryOf(outcome: Outcome, resendsLost: boolean): NextTry {
	switch (outcome.kind) {
		case 'delivered':
			return 'nothing';
		case 'failed':
			return 'resend';
		case 'unknown':
			return resendsLost ? 'send' : 'nothing';
		default:
			return 'send';
	}
}

/**
 * How long to wait before a throttled request goes out again, in milliseconds.
 *
 * @param asked what LiveDesk asked for, in milliseconds
 * @param streak how many waits came before without a success between them
 * @param random from 0 to 1: spreads what would otherwise come back at once
 */
export function waitMs(asked: number | undefined, streak: number, random: number): number {
	if (asked !== undefined) return Math.max(asked, SHORTEST_WAIT_MS);
	const longest = Math.min(FIRST_WAIT_MS * 2 ** streak, LONGEST_WAIT_MS);
	return longest * (0.5 + random / 2);
}

export interface Backoff {
	/** Resolves when requests may go out again, or when `isOver` says that none will. */
	ready(): Promise<void>;
	/**
	 * Pauses all lanes.
	 *
	 * @param sentAt when the throttled request went out, by the clock
	 * @returns false when the wait would go beyond the limit: give up
	 */
	pause(askedMs: number | undefined, sentAt: number): boolean;
	/** A message got through: the next wait starts small again. */
	succeeded(): void;
}

/**
 * One pause for all lanes, that only moves later: the shorter of two overlapping waits must not reopen the gate.
 *
 * @param limitMs how long to wait at most without a success; no wait is as short as 0
 */
export function createBackoff(limitMs: number, isOver: () => boolean, clock: Clock): Backoff {
	let resumeAt = -Infinity;
	let pausedAt = -Infinity;
	let throttledSince: number | undefined;
	let streak = 0;
	let waiting: Promise<void> | undefined;

	async function untilResume() {
		while (resumeAt > clock.now() && !isOver()) {
			await waitUnless(isOver, resumeAt - clock.now(), clock);
		}
		waiting = undefined;
	}

	return {
		async ready() {
			if (resumeAt > clock.now()) await (waiting ??= untilResume());
		},
		pause(askedMs, sentAt) {
			const now = clock.now();
			throttledSince ??= now;
			// Requests that were on their way together are one sign of overload, not several.
			const isNewWave = sentAt >= pausedAt;
			const resume =
				now + waitMs(askedMs, isNewWave ? streak : Math.max(0, streak - 1), clock.random());
			if (resume - throttledSince > limitMs) return false;
			if (isNewWave) {
				streak++;
				pausedAt = now;
			}
			resumeAt = Math.max(resumeAt, resume);
			return true;
		},
		succeeded() {
			throttledSince = undefined;
			streak = 0;
		},
	};
}
