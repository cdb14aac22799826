import { z } from 'zod';
import type { Query } from '../http/query';
import {
	anyText,
	flag,
	isObject,
	list,
	mapOf,
	number,
	oneOf,
	parse,
	shape,
	text,
} from '../contract/schema';

/** What a request to the API is about. */
export const kind = oneOf(
	'text',
	'attachment',
	'template',
	'retry',
	'contact',
	'contactSearch',
	'contactUpdate',
	'conversation',
	'status',
	'other',
);
export type Kind = z.infer<typeof kind>;

const id = z.union([text, number(0, Number.MAX_SAFE_INTEGER)], { message: 'an ID' });
const milliseconds = number(0, 3_600_000);
const aTime = 'a number of milliseconds or [min, max]';
const latency = z.union(
	[milliseconds, z.tuple([milliseconds, milliseconds]).refine(([min, max]) => min <= max, aTime)],
	{ errorMap: () => ({ message: aTime }) },
);

/** Makes a body of the usual one, e.g. `(reply) => ({ ...reply, meta: {} })`. */
export type MakeBody = (usual: never, query: Query) => unknown;

const matchers = {
	conversation: id.optional(),
	/** the contact in the path */
	contact: id.optional(),
	kind: z
		.union([kind, list(kind)], { errorMap: () => ({ message: 'a kind or several' }) })
		.optional(),
	/** only requests whose content equals this */
	content: anyText.optional(),
	/** only requests with these query parameters, e.g. { page: '2' } */
	query: mapOf(anyText).optional(),
};

const ruleShape = shape({
	...matchers,
	/** default 1; Infinity allowed */
	times: z.number({ message: 'a number from 1' }).min(1, 'a number from 1').optional(),
	latencyMs: latency.optional(),
	/** in code, in place of `latencyMs`: the response waits for this, so that no clock says what comes first */
	holdUntil: z.instanceof(Promise, { message: 'a promise' }).optional(),
	status: number(200, 599).optional(),
	headers: mapOf(anyText).optional(),
	/**
	 * An object is sent as JSON, a string as it is; without a status from 300 on, in place of the
	 * reply to a request that is handled as usual. In code, a MakeBody may change that reply.
	 */
	body: z.unknown(),
	/** an HTML page such as a gateway shows */
	html: flag.optional(),
	retryAfter: z.union([anyText, number(0, 1e9)]).optional(),
	/** accepted (200), but with status 'failed' and this external_error */
	failed: text.optional(),
	/** destroy the socket: at once, once the message is stored, or amid the reply */
	drop: oneOf('before-body', 'after-body', 'mid-reply').optional(),
	/**
	 * A reply that is not what its head says: gzip that is none, fewer bytes than announced, the
	 * connection reset while it is read. Or `drip`: whole, but in pieces, `latencyMs` each.
	 */
	garble: oneOf('gzip', 'length', 'reset', 'drip').optional(),
	/** 302 to this location */
	redirect: text.optional(),
});

/** Scripted trouble for the next `times` requests that match. */
export type TroubleRule = z.infer<typeof ruleShape>;

/**
 * Reads a rule as it is given in code or over HTTP (there Infinity is a word).
 * Throws a Refusal (422) that names the field when it cannot be meant.
 */
export function troubleRule(given: unknown): TroubleRule {
	if (!isObject(given)) return parse(ruleShape, given);
	const times = given.times === 'Infinity' ? Infinity : given.times;
	return parse(ruleShape, { ...given, ...(times !== undefined && { times }) });
}
