import type { Fault, Outcome } from './faults';

/** One run of the node, as far as the rules of delivery ask for it. */
export interface Plan {
	fault: Fault;
	/** How many messages there are, and which of them is at fault. */
	count: number;
	faulty: number;
	/** Whether all have a conversation of their own and start together, or one waits for the other. */
	atOnce: boolean;
	/** On Error = Stop. */
	stops: boolean;
	/** How often n8n runs the node while it fails. */
	tries: number;
}

export type End = Outcome | 'notSent';

export interface Foreseen {
	/** Every request, e.g. `POST 3` for message 3, `retry 3` for LiveDesk's retry of it. */
	requests: string[];
	/** How each message ends. */
	ends: End[];
}

export const isFailure = (end: End) => end !== 'delivered' && end !== 'notSent';

/** What the rules of delivery say about a run. */
export function foresee({ fault, count, faulty, atOnce, stops, tries }: Plan): Foreseen {
	const requests: string[] = [];
	const asked = new Map<number, number>();
	const known = new Map<number, Outcome>();

	function request(index: number): Outcome {
		requests.push(`${known.get(index) === 'failed' ? 'retry' : 'POST'} ${index}`);
		if (index !== faulty && !fault.isOffline) return 'delivered';
		const before = asked.get(index) ?? 0;
		asked.set(index, before + 1);
		return fault.outcomes[Math.min(before, fault.outcomes.length - 1)];
	}

	function untilEnd(index: number): Outcome {
		const outcome = request(index);
		return outcome === 'throttled' && fault.waits ? untilEnd(index) : outcome;
	}

	function oneTry(): End[] {
		let isStopped = false;
		return Array.from({ length: count }, (_, index) => {
			// Never twice: neither what was delivered nor what may have been is sent again.
			const before = known.get(index);
			const isDone = before === 'delivered' || before === 'unknown';
			if (isStopped && !isDone) return 'notSent';
			const outcome = isDone ? before : untilEnd(index);
			known.set(index, outcome);
			if (stops && !atOnce && isFailure(outcome)) isStopped = true;
			return outcome;
		});
	}

	let ends: End[] = [];
	for (let left = tries; left > 0; left--) {
		ends = oneTry();
		// n8n runs the node again when it throws, or when its first item is an error.
		if (!(stops ? ends.some(isFailure) : isFailure(ends[0]))) break;
	}
	return { requests: fault.isOffline ? [] : requests, ends };
}
