import fc from 'fast-check';
import type { TroubleRule } from '../../sandbox';

/** What goes wrong with the requests of one message, one after the other. */
export type Fault =
	| 'refused'
	| 'not found'
	| 'throttled'
	| 'busy'
	| 'failed'
	| 'gateway'
	| 'server'
	| 'page'
	| 'before'
	| 'after'
	| 'amid';

export const troubleOf: Record<Fault, TroubleRule> = {
	refused: { status: 422 },
	'not found': { status: 404 },
	throttled: { retryAfter: 0 },
	busy: { status: 503, retryAfter: 0 },
	failed: { failed: '131016: Service unavailable' },
	gateway: { status: 502, html: true },
	server: { status: 500 },
	page: { status: 200, html: true },
	before: { drop: 'before-body' },
	after: { drop: 'after-body' },
	amid: { drop: 'mid-reply' },
};

/** After these, nobody knows whether LiveDesk has the message. */
export const isLost = (fault: Fault) =>
	['gateway', 'server', 'page', 'before', 'after', 'amid'].includes(fault);

export interface PlannedItem {
	conversation: number;
	/** Bad input: an empty text, or an expression that fails while n8n goes through the items. */
	bad?: 'empty' | 'broken';
	faults: Fault[];
	latencyMs: number;
}

export interface Plan {
	items: PlannedItem[];
	/** Of LiveDesk's retries in a conversation, one after the other. */
	retryFaults: Array<{ conversation: number; fault: Fault }>;
	parallelConversations: number;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	tries: number;
	lostAnswer: 'error' | 'resend';
	failedDelivery: 'error' | 'output';
	rateLimitWait: number;
	batch?: { batchSize: number; batchInterval: number };
}

export const MOST_CONVERSATIONS = 8;

const all = Object.keys(troubleOf) as Fault[];
/** Throttling costs time, so it is rarer. */
const throttling: Fault[] = ['throttled', 'busy'];
const fault = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom(...all.filter((each) => !throttling.includes(each))) },
	{ weight: 1, arbitrary: fc.constantFrom(...throttling) },
);
const faults = fc.oneof(
	{ weight: 3, arbitrary: fc.constant<Fault[]>([]) },
	{ weight: 1, arbitrary: fc.array(fault, { minLength: 1, maxLength: 3 }) },
);
const bad = fc.oneof(
	{ weight: 30, arbitrary: fc.constant(undefined) },
	{ weight: 1, arbitrary: fc.constantFrom('empty' as const, 'broken' as const) },
);
const latencyMs = fc.integer({ min: 0, max: 5 });

/** Runs of the node of every kind, the simplest first. */
export const plan: fc.Arbitrary<Plan> = fc
	.integer({ min: 1, max: MOST_CONVERSATIONS })
	.chain((conversations) => {
		const conversation = fc.integer({ min: 1, max: conversations });
		return fc.record({
			items: fc.array(fc.record({ conversation, bad, faults, latencyMs }), {
				minLength: 1,
				maxLength: 14,
			}),
			retryFaults: fc.array(fc.record({ conversation, fault }), { maxLength: 2 }),
			parallelConversations: fc.integer({ min: 1, max: 6 }),
			onError: fc.constantFrom<Plan['onError'][]>(
				'stopWorkflow',
				'continueRegularOutput',
				'continueErrorOutput',
			),
			tries: fc.constantFrom(1, 2, 3),
			lostAnswer: fc.constantFrom('error' as const, 'resend' as const),
			failedDelivery: fc.constantFrom('error' as const, 'output' as const),
			rateLimitWait: fc.constantFrom(0, 60),
			batch: fc.option(
				fc.record({
					batchSize: fc.integer({ min: 1, max: 5 }),
					batchInterval: fc.integer({ min: 1, max: 5 }),
				}),
				{ nil: undefined, freq: 3 },
			),
		});
	});
