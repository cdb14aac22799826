import fc from 'fast-check';
import { isThrottled, troubleOf, type Fault } from './faults';

export interface PlannedItem {
	conversation: number;
	/** Bad input: no text or file, or an expression that fails while n8n goes through the items. */
	bad?: 'empty' | 'broken';
	/** How many files it has, where the run sends files: each is a message of its own. */
	files: number;
	/** Of its first message. */
	faults: Fault[];
	latencyMs: number;
}

/** One execution. */
export interface PlannedRun {
	/** Tells the messages of the executions apart. */
	name: string;
	items: PlannedItem[];
	sendsFiles: boolean;
	parallelConversations: number;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	tries: number;
	lostAnswer: 'error' | 'resend';
	failedDelivery: 'error' | 'output';
	rateLimitWait: number;
	batch?: { batchSize: number; batchInterval: number };
	/** It is cancelled once so many requests have arrived, of all executions together. */
	cancelAt?: number;
}

/** Executions that run at once. */
export interface Plan {
	runs: PlannedRun[];
	/** Of LiveDesk's retries in a conversation, one after the other. */
	retryFaults: Array<{ conversation: number; fault: Fault }>;
}

export const MOST_CONVERSATIONS = 8;

/** One message, by its run, its item and which of the item's messages it is: from 1. */
export const keyOf = (run: string, index: number, part: number) => `${run}${index}.${part}`;

/** How many messages an item has, where it is good. */
export const partsOf = ({ sendsFiles }: PlannedRun, { files }: PlannedItem) =>
	sendsFiles ? files : 1;

const all = Object.keys(troubleOf) as Fault[];
/** Throttling costs time, so it is rarer. */
const fault = fc.oneof(
	{ weight: 24, arbitrary: fc.constantFrom(...all.filter((each) => !isThrottled(each))) },
	{ weight: 1, arbitrary: fc.constantFrom(...all.filter(isThrottled)) },
);
const faults = fc.oneof(
	{ weight: 3, arbitrary: fc.constant<Fault[]>([]) },
	{ weight: 1, arbitrary: fc.array(fault, { minLength: 1, maxLength: 3 }) },
);
const bad = fc.oneof(
	{ weight: 30, arbitrary: fc.constant(undefined) },
	{ weight: 1, arbitrary: fc.constantFrom('empty' as const, 'broken' as const) },
);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.option(arbitrary, { nil: undefined, freq: 3 });

function runIn(conversations: number): fc.Arbitrary<Omit<PlannedRun, 'name'>> {
	const item = fc.record({
		conversation: fc.integer({ min: 1, max: conversations }),
		bad,
		files: fc.integer({ min: 1, max: 3 }),
		faults,
		latencyMs: fc.integer({ min: 0, max: 5 }),
	});
	return fc.record({
		items: fc.array(item, { minLength: 1, maxLength: 10 }),
		sendsFiles: fc.oneof(
			{ weight: 2, arbitrary: fc.constant(false) },
			{ weight: 1, arbitrary: fc.constant(true) },
		),
		parallelConversations: fc.integer({ min: 1, max: 6 }),
		onError: fc.constantFrom<PlannedRun['onError'][]>(
			'stopWorkflow',
			'continueRegularOutput',
			'continueErrorOutput',
		),
		tries: fc.constantFrom(1, 2, 3),
		lostAnswer: fc.constantFrom('error' as const, 'resend' as const),
		failedDelivery: fc.constantFrom('error' as const, 'output' as const),
		rateLimitWait: fc.constantFrom(0, 60),
		batch: sometimes(
			fc.record({
				batchSize: fc.integer({ min: 1, max: 5 }),
				batchInterval: fc.integer({ min: 1, max: 5 }),
			}),
		),
		cancelAt: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined, freq: 9 }),
	});
}

/** Runs of the node of every kind, the simplest first. */
export const plan: fc.Arbitrary<Plan> = fc
	.integer({ min: 1, max: MOST_CONVERSATIONS })
	.chain((conversations) =>
		fc.record({
			runs: fc
				.array(runIn(conversations), { minLength: 1, maxLength: 3 })
				.map((runs) => runs.map((run, at) => ({ name: 'abc'[at], ...run }))),
			retryFaults: fc.array(
				fc.record({ conversation: fc.integer({ min: 1, max: conversations }), fault }),
				{ maxLength: 2 },
			),
		}),
	);
