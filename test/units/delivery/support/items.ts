import { createGate, type Gate } from '../../../../nodes/LiveDesk/delivery/core/backoff';
import type { Message, Send } from '../../../../nodes/LiveDesk/delivery/core/carryOut';
import { deliver, type Item } from '../../../../nodes/LiveDesk/delivery/core/deliver';
import type { Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import { createLanes, type Lanes } from '../../../../nodes/LiveDesk/delivery/core/lanes';
import type { JsonObject, Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import type { Pass } from '../../../../nodes/LiveDesk/delivery/core/pass';
import {
	createBounds,
	createRun,
	type BoundsSettings,
	type RunSettings,
} from '../../../../nodes/LiveDesk/delivery/core/run';
import { fakeClock, type FakeClock } from './clock';
import { delivered, invalid } from './outcomes';

/** What was asked of LiveDesk. */
export interface Asked {
	/** Which run's item, which of its messages: `a0.0` is the first message of the first item of run a. */
	name: string;
	at: number;
	/** Where it was LiveDesk's retry of a message that it has under this ID. */
	messageId?: string | number;
}

/** What all runs of one n8n process share, on a clock of its own. */
export interface Process {
	clock: FakeClock;
	lanes: Lanes;
	gate: Gate;
	/** In the order in which it was asked for, by all runs. */
	asked: Asked[];
}

export function newProcess(): Process {
	const clock = fakeClock();
	return { clock, lanes: createLanes(), gate: createGate(clock), asked: [] };
}

/** What the items of a run ask for, one after the other. */
export interface Plan {
	/** By item, by message: the outcomes that it meets, one after the other; then it is delivered. */
	script: Outcome[][][];
	/** What must stay in order: each item for itself, unless told. */
	laneOf?(item: number): string;
	/** The requests that a message takes; one, unless told. */
	stepsOf?(send: Send, notes: JsonObject): Generator<Send, Outcome, Outcome>;
	/** What the items have in common. */
	item?: Partial<Item>;
	/** How long each request takes. */
	takesMs?: number;
	/** Where it is sent to, e.g. the credential. */
	desk?: string;
	/** Tells the runs of a process apart. */
	name?: string;
	settings?: Partial<RunSettings & BoundsSettings>;
}

/** A run of the node over the items of a plan. */
export function runOf(plan: Plan, process = newProcess()) {
	const { script, laneOf = String, stepsOf = oneStep, takesMs = 1 } = plan;
	const { desk = 'desk', name = '' } = plan;
	const { clock, lanes, gate, asked } = process;
	const state = { isCancelled: false };
	const settings = {
		expected: script.length,
		batchSize: script.length,
		batchIntervalMs: 0,
		stopOnFailure: true,
		retryOnFail: true,
		rateLimitWaitMs: 60_000,
		parallelConversations: 10,
		paceMs: 0,
		isCancelled: () => state.isCancelled,
		...plan.settings,
	};
	const bounds = createBounds(settings, clock);
	const run = createRun(settings, {
		...bounds,
		lanes,
		laneOf: (lane) => `${desk} ${lane}`,
		gate,
		clock,
	});

	function messageOf(item: number, outcomes: Outcome[], part: number): Message {
		async function ask(messageId?: string | number): Promise<Outcome> {
			asked.push({ name: `${name}${item}.${part}`, at: clock.now(), messageId });
			await clock.sleep(takesMs);
			return outcomes.shift() ?? delivered;
		}
		return {
			lane: laneOf(item),
			steps: (notes) => stepsOf(async () => await ask(), notes),
			retry: ask,
		};
	}
	/** n8n calls the hook with one item. */
	const call = async (index: number, more: Partial<Item> = {}) =>
		await deliver(
			{
				index,
				messages: script[index].map((outcomes, part) => messageOf(index, outcomes, part)),
				acceptsFailed: false,
				repeatsLost: false,
				canRetry: () => true,
				...plan.item,
				...more,
			},
			run,
		);
	/** n8n goes through the items once. */
	const goThrough = async () => await Promise.all(script.map(async (_, item) => await call(item)));
	const endings = async () => endingsOf(await clock.passUntil(goThrough()));
	/** The execution is cancelled while n8n goes through the items. */
	async function cancelledAfter(ms: number) {
		const all = goThrough();
		await clock.pass(ms);
		state.isCancelled = true;
		return await clock.passUntil(all);
	}
	return {
		...process,
		run,
		state,
		call,
		goThrough,
		cancelledAfter,
		endings,
		kinds: async () => kindsOf(await endings()),
		summary: async () => await (await clock.passUntil(goThrough()))[0].pass.closed(),
	};
}

function* oneStep(send: Send): Generator<Send, Outcome, Outcome> {
	return yield send;
}

type Delivered = Array<{ endings: Ending[]; pass: Pass }>;

/** How all messages ended. */
export const endingsOf = (all: Delivered) => all.flatMap(({ endings }) => endings);
export const kindsOf = (endings: Ending[]) => endings.map(({ kind }) => kind);
export const namesOf = (asked: Asked[]) => asked.map(({ name }) => name);
export const timesOf = (asked: Asked[]) => asked.map(({ at }) => at);

/** A run of items with one message each. */
export const runOfMessages = (
	script: Outcome[][],
	plan: Omit<Plan, 'script'> = {},
	process?: Process,
) => runOf({ ...plan, script: script.map((outcomes) => [outcomes]) }, process);

/** Of an item whose input is refused. */
export const badInput: Partial<Item> = { invalid, messages: [] };

export const oneLane = () => 'lane';
