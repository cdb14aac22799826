import { messageIdOf, type Ending } from './ending';
import type { JsonObject, Outcome } from './outcome';

/** What is known of a message from earlier tries of Retry On Fail. */
export interface Known {
	/** It has its end: no request must go out again. */
	ending?: Ending;
	/** LiveDesk has it, the channel failed it, and LiveDesk's retry can help soon. */
	failed?: Ending & { kind: 'failed' };
	/** A request whose response was lost: until one is known to be delivered, the message may have arrived. */
	lost?: Ending & { kind: 'unknown' };
	/** What the message's own steps have noted. */
	notes: JsonObject;
}

/** What the user chose for a message, and what it allows. */
export interface Choices {
	/** On Delivery Failure = Output the Message. */
	acceptsFailed: boolean;
	/** Whether it may be sent again after a lost response. */
	repeatsLost: boolean;
	/** Whether doing it twice does no harm, so that a loss is over with the next response. */
	isRepeatable?: boolean;
	/** @returns whether LiveDesk can retry a message that the channel failed, and this can help soon */
	canRetry(body: JsonObject): boolean;
}

/** Never twice, never in vain: what each message of a run has come to, over all tries. */
export interface Memory {
	of(message: string): Known;
	/**
	 * Keeps what the next try needs to know.
	 *
	 * @returns how the message ended, in the light of the tries before
	 */
	remember(message: string, outcome: Outcome, choices: Choices): Ending;
}

/** @param retryOnFail without it, n8n goes through the items only once, and nothing need be kept */
export function createMemory(retryOnFail: boolean): Memory {
	const messages = new Map<string, Known>();
	const of = (message: string) => messages.get(message) ?? { notes: {} };
	return {
		of(message) {
			const known = of(message);
			if (retryOnFail) messages.set(message, known);
			return known;
		},
		remember(message, outcome, choices) {
			const before = of(message);
			const ending = endingAfter(before, outcome, choices);
			if (retryOnFail) {
				messages.set(message, { notes: before.notes, ...leftFor(ending, before, choices) });
			}
			return ending;
		},
	};
}

function endingAfter({ failed, lost }: Known, outcome: Outcome, choices: Choices): Ending {
	if (failed) {
		// What was refused is LiveDesk's retry; the message is still as the channel left it.
		if (outcome.kind === 'refused') return { ...failed, retry: outcome };
		return { ...outcome, messageId: messageIdOf(outcome) ?? messageIdOf(failed) };
	}
	// A refusal tells of the request that was refused, and nothing of an earlier one whose response was lost.
	const isKnown = outcome.kind === 'delivered' || outcome.kind === 'failed';
	return isKnown || choices.isRepeatable ? outcome : (lost ?? outcome);
}

/** What the next try may do: retry what failed, send what was lost or refused; nothing with an `ending`. */
function leftFor(ending: Ending, before: Known, choices: Choices): Omit<Known, 'notes'> {
	switch (ending.kind) {
		case 'failed':
			// Without its ID, a failed message could only be sent as a second one.
			return !choices.acceptsFailed &&
				messageIdOf(ending) !== undefined &&
				choices.canRetry(ending.body)
				? { failed: ending }
				: { ending };
		case 'unknown':
			// Older servers retry without looking: after a lost response to a retry, never another.
			return choices.repeatsLost && !before.failed ? { lost: ending } : { ending };
		case 'refused':
		case 'throttled':
			return { failed: before.failed, lost: choices.isRepeatable ? undefined : before.lost };
		default:
			return { ending };
	}
}
