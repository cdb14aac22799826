import { createBackoff, createGate } from '../../../../nodes/LiveDesk/delivery/core/backoff';
import { fakeClock } from './clock';

/** A gate, for as many runs as the test wants. */
export function gateOf(random = 0) {
	const clock = fakeClock(random);
	const gate = createGate(clock);
	return {
		clock,
		gate,
		/** A run with its own limit, and a sender of it. */
		runOf(limitMs: number, isOver = () => false) {
			const backoff = createBackoff(limitMs, gate, clock);
			const passed: Array<{ at: number; isWorthIt: boolean }> = [];
			return {
				...backoff,
				/** When its senders got through or gave up. */
				passed,
				arrive: () =>
					void backoff
						.ready(isOver)
						.then((isWorthIt) => passed.push({ at: clock.now(), isWorthIt })),
				/** A request that is throttled at once. */
				throttle: (askedMs?: number) => backoff.pause(askedMs, clock.now()),
			};
		},
	};
}

/** One run at a gate that no other uses. */
export function oneRun(limitMs: number, random = 0) {
	const { clock, runOf } = gateOf(random);
	return { clock, ...runOf(limitMs) };
}

export const through = (at: number) => ({ at, isWorthIt: true });
export const givenUp = (at: number) => ({ at, isWorthIt: false });
