import { createBackoff, type Backoff, type Gate } from './backoff';
import { waitUnless, type Clock } from './clock';
import type { Lanes } from './lanes';
import { createMemory, type Memory } from './memory';
import { createPace, type Pace } from './pace';
import { createPass, type Pass } from './pass';
import { createSlots, type Slots } from './slots';
import { createStarts, type Starts } from './starts';

/** What holds for all items of a run of the node. */
export interface RunSettings {
	expected: number;
	batchSize: number;
	/** How long n8n pauses between batches; 0 where the user does not batch. */
	batchIntervalMs: number;
	stopOnFailure: boolean;
	retryOnFail: boolean;
	rateLimitWaitMs: number;
	isCancelled(): boolean;
}

/** What bounds the requests of a run, and of the runs that are made side by side by one AI agent. */
export interface Bounds {
	slots: Slots;
	starts: Starts;
	pace: Pace;
}

export interface BoundsSettings {
	parallelConversations: number;
	/** The least time between the starts of two messages; 0 for no limit. */
	paceMs: number;
}

export const createBounds = (settings: BoundsSettings, clock: Clock): Bounds => ({
	slots: createSlots(settings.parallelConversations),
	starts: createStarts(async () => await clock.sleep(0)),
	pace: createPace(settings.paceMs, clock),
});

/** What runs share, since they send to the same LiveDesk. */
export interface Shared extends Bounds {
	/** Of the whole process: whoever writes to a conversation waits for whoever came before. */
	lanes: Lanes;
	/** What must not be mixed up in the lanes, e.g. the credential. */
	laneOf(lane: string): string;
	gate: Gate;
	clock: Clock;
}

/** The state of one run of the node, over all tries of Retry On Fail. */
export interface Run extends Omit<Shared, 'gate'> {
	backoff: Backoff;
	memory: Memory;
	/** @returns the pass of n8n over the items that this item belongs to; a new one when n8n has begun again */
	passFor(index: number): Pass;
}

/** n8n's own timer for the next batch was set a moment before ours. */
const MARGIN_MS = 10;

export function createRun(settings: RunSettings, shared: Shared): Run {
	const { gate, ...rest } = shared;
	const { clock } = rest;
	const backoff = createBackoff(settings.rateLimitWaitMs, gate, clock);
	const newPass = () =>
		createPass({
			...settings,
			soon: async () => await clock.sleep(0),
			betweenBatches: async () =>
				await waitUnless(settings.isCancelled, settings.batchIntervalMs + MARGIN_MS, clock),
		});
	let pass = newPass();
	return {
		...rest,
		backoff,
		memory: createMemory(settings.retryOnFail),
		passFor(index) {
			if (pass.hasPassed(index)) {
				pass.end();
				backoff.startAnew();
				pass = newPass();
			}
			return pass;
		},
	};
}
