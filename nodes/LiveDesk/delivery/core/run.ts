import { createBackoff, nextTryOf, type Backoff } from './backoff';
import { waitUnless, type Clock } from './clock';
import { createLanes, type Lanes } from './lanes';
import type { Outcome } from './outcome';
import { createRound, type Round } from './round';
import { createSlots, type Slots } from './slots';

/** The end of one item: what happened to its request, or that there was none. */
export type Ending =
	/** With the ID under which LiveDesk has the message, where an earlier try told it. */
	| (Outcome & { messageId?: string | number })
	/** Refused before any request. */
	| { kind: 'invalid'; message: string; description?: string }
	/** Kept back because of another item, or because the execution was cancelled. */
	| { kind: 'notSent' };

/** What is known of a message from an earlier try of Retry On Fail. */
export interface Memory {
	/** It has its end: no request must go out again. */
	ending?: Ending;
	/** LiveDesk has the message under this ID and can retry it. */
	messageId?: string | number;
	/** A request whose answer was lost: until one is known to be delivered, the message may have arrived. */
	lost?: Outcome;
}

/** What holds for all items of a run of the node. */
export interface RunSettings {
	expected: number;
	batchSize: number;
	/** How long n8n pauses between batches; 0 where the user does not batch. */
	batchIntervalMs: number;
	stopOnFailure: boolean;
	retryOnFail: boolean;
	parallelConversations: number;
	rateLimitWaitMs: number;
	isCancelled(): boolean;
}

/** The state of one run of the node, over all tries of Retry On Fail. */
export interface Run {
	lanes: Lanes;
	slots: Slots;
	backoff: Backoff;
	clock: Clock;
	/** Enters an item into the current round, or into a new one when n8n has begun again. */
	roundFor(index: number): Round;
	/** @returns what an earlier try left of this message */
	memoryOf(message: string): Memory | undefined;
	/**
	 * Keeps what the next try needs to know.
	 *
	 * @returns how the message ended, in the light of the tries before
	 */
	remember(message: string, outcome: Outcome, resendsLost: boolean): Outcome;
}

/** n8n's own timer for the next batch was set a moment before ours. */
const MARGIN_MS = 10;

export function createRun(settings: RunSettings, clock: Clock): Run {
	const memories = new Map<string, Memory>();
	const soon = async () => await clock.sleep(0);
	const newRound = () =>
		createRound({
			...settings,
			soon,
			betweenBatches: async () =>
				await waitUnless(settings.isCancelled, settings.batchIntervalMs + MARGIN_MS, clock),
		});
	let round = newRound();

	return {
		lanes: createLanes(),
		slots: createSlots(settings.parallelConversations, soon),
		backoff: createBackoff(settings.rateLimitWaitMs, () => !round.mayGo(), clock),
		clock,
		roundFor(index) {
			if (round.hasPassed(index)) {
				// Only a failed try is repeated by Retry On Fail; whoever calls after a success means it anew.
				if (!settings.retryOnFail || !round.hasFailed()) memories.clear();
				round.end();
				round = newRound();
			}
			return round;
		},
		memoryOf: (message) => memories.get(message),
		remember(message, outcome, resendsLost) {
			if (!settings.retryOnFail) return outcome;
			const before = memories.get(message) ?? {};
			const ending = endingAfter(before, outcome);
			const messageId = idOf(outcome) ?? before.messageId;
			const next = nextTryOf(ending, resendsLost);
			// A failed message whose ID LiveDesk did not tell can only be sent as a second one: leave it.
			const mayGo = next === 'send' || (next === 'resend' && messageId !== undefined);
			const lost = ending.kind === 'unknown' ? ending : undefined;
			memories.set(message, mayGo ? { messageId, lost } : { ending });
			return messageId === undefined || ending.kind === 'delivered'
				? ending
				: { ...ending, messageId };
		},
	};
}

/** A refusal tells of the request that was refused, and nothing of an earlier one whose answer was lost. */
function endingAfter({ lost }: Memory, outcome: Outcome): Outcome {
	const isKnown = outcome.kind === 'delivered' || outcome.kind === 'failed';
	return isKnown ? outcome : (lost ?? outcome);
}

function idOf(outcome: Outcome): string | number | undefined {
	const id = outcome.kind === 'failed' ? outcome.reply.id : undefined;
	return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
