import { deliver, type Parcel } from '../../../nodes/LiveDesk/delivery/deliver';
import type { Outcome } from '../../../nodes/LiveDesk/delivery/outcome';
import { createRun, type RunSettings } from '../../../nodes/LiveDesk/delivery/run';
import { fakeClock } from './clock';

/** What was asked of LiveDesk: a message of an item, at a time, under its ID where it was a retry. */
export interface Asked {
	index: number;
	part: number;
	at: number;
	messageId?: string | number;
}

type Settings = Partial<RunSettings>;
/** What must stay in order: each item for itself, unless told. */
type LaneOf = (index: number) => string;

/**
 * A run on a clock of its own.
 *
 * @param script by item, by message: the outcomes that it meets, one after the other; then it is delivered
 */
export function runOfItems(
	script: Outcome[][][],
	settings: Settings = {},
	laneOf: LaneOf = String,
) {
	const clock = fakeClock();
	const state = { isCancelled: false };
	const run = createRun(
		{
			expected: script.length,
			batchSize: script.length,
			batchIntervalMs: 0,
			stopOnFailure: true,
			retryOnFail: true,
			parallelConversations: 10,
			rateLimitWaitMs: 60_000,
			isCancelled: () => state.isCancelled,
			...settings,
		},
		clock,
	);
	const asked: Asked[] = [];
	const messagesOf = (index: number) =>
		script[index].map((outcomes, part) => ({
			lane: laneOf(index),
			async send(messageId?: string | number): Promise<Outcome> {
				asked.push({ index, part, at: clock.now(), messageId });
				await clock.sleep(1);
				return outcomes.shift() ?? { kind: 'delivered', reply: { id: 1 } };
			},
		}));
	/** n8n goes through the items once. */
	const goThrough = (more: Partial<Parcel> = {}) =>
		script.map(async (_, index) => {
			const choices = { acceptsFailed: false, resendsLost: false };
			return await deliver({ index, messages: messagesOf(index), ...choices, ...more }, run);
		});
	const ends = async (more?: Partial<Parcel>) =>
		await clock.passUntil(Promise.all(goThrough(more)));
	return {
		clock,
		state,
		asked,
		goThrough,
		/** How all messages ended. */
		kinds: async (more?: Partial<Parcel>) =>
			(await ends(more)).flatMap(({ endings }) => endings.map(({ kind }) => kind)),
		tally: async () => await (await ends())[0].round.closed(),
	};
}

/** The same with one message an item. */
export const runOf = (script: Outcome[][], settings?: Settings, laneOf?: LaneOf) =>
	runOfItems(
		script.map((outcomes) => [outcomes]),
		settings,
		laneOf,
	);
