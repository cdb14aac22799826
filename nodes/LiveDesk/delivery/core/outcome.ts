import type { Cause } from './cause';
import { retryAfterMs } from './retryAfter';

export type JsonObject = Record<string, unknown>;

/** What n8n's HTTP helper gives for a response of any status. */
export interface Reply {
	statusCode: number;
	headers: Readonly<Record<string, unknown>>;
	/** Parsed where it was JSON, else the text. */
	body: unknown;
}

/** The one thing that happened to a request. */
export type Outcome =
	/** LiveDesk did what was asked. `body` is undefined for an empty response. */
	| { kind: 'delivered'; body?: JsonObject }
	/** LiveDesk has the message, the channel (e.g. WhatsApp) did not deliver it. */
	| { kind: 'failed'; body: JsonObject }
	/**
	 * LiveDesk did not do it, or was never reached: sending again does no harm. Or an operation of several requests did not
	 * go on, for a `reason` of its own.
	 */
	| { kind: 'refused'; reply?: Reply; cause?: Cause; reason?: Reason }
	/**
	 * Too many requests. `retryAfterMs` is what LiveDesk asked to wait; without a `reply`, an earlier request was told
	 * so, and this one was not made.
	 */
	| { kind: 'throttled'; reply?: Reply; retryAfterMs?: number }
	/** Nobody knows whether it was done: sending again may do it twice. */
	| { kind: 'unknown'; reply?: Reply; cause?: Cause };

/** Why an operation did not go on, for a person: what happened, and what to do. */
export interface Reason {
	message: string;
	description: string;
}

/** How to know a good response. */
export interface Expected {
	/** @returns whether a JSON object is what was asked for, e.g. a message with its ID */
	isAnswer(body: JsonObject): boolean;
	/** Whether the endpoint may answer with an empty body. */
	answersEmpty?: boolean;
}

/**
 * @param now in milliseconds since 1970, for a Retry-After that is a date
 * @returns what a response means. A 2xx is a success only if it is what was asked for: LiveDesk's API can say no, or
 * that the channel failed a message, with HTTP 200.
 */
export function outcomeOfReply(reply: Reply, expected: Expected, now: number): Outcome {
	const { statusCode, body } = reply;
	const wait = retryAfterMs(reply.headers['retry-after'], now);
	if (statusCode === 429 || (statusCode === 503 && wait !== undefined)) {
		return { kind: 'throttled', reply, retryAfterMs: wait };
	}
	if (statusCode >= 500) return { kind: 'unknown', reply };
	if (statusCode >= 300) return { kind: 'refused', reply };
	if (isEmpty(body) && expected.answersEmpty) return { kind: 'delivered' };
	if (!isObject(body)) return { kind: 'unknown', reply };
	if (!expected.isAnswer(body)) return { kind: refuses(body) ? 'refused' : 'unknown', reply };
	const isFailed = typeof body.status === 'string' && body.status.toLowerCase() === 'failed';
	return { kind: isFailed ? 'failed' : 'delivered', body };
}

/** @returns whether the value is an object with keys: not null, not a list */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns whether the value can be an ID in LiveDesk's API */
export function isId(value: unknown): value is string | number {
	return typeof value === 'string' ? value.trim() !== '' : Number.isFinite(value);
}

function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
}

/** Chatwoot wraps what it says of a conversation's status in `payload`. Source: [C] */
const refuses = (body: JsonObject): boolean =>
	saysNo(body) || (isObject(body.payload) && saysNo(body.payload));

/**
 * EngageLab's APIs refuse with HTTP 200 as well: `{"code": 40001, "message": "…"}`, where the code of a success is 0.
 * Source: [D] LiveDesk's ticket endpoints. `error` and `errors` are Chatwoot's, from which LiveDesk comes.
 */
function saysNo({ code, error, errors, success }: JsonObject): boolean {
	if (isSaid(error) || isSaid(errors) || success === false) return true;
	// A code like HTTP's 200, or a word, may mean a success: then nobody knows.
	const number = isId(code) ? Number(code) : Number.NaN;
	return number < 0 || (number > 0 && number < 200) || number >= 300;
}

function isSaid(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	// As with `code`, a 0 is no refusal.
	return typeof value === 'string' ? value.trim() !== '' : Boolean(value);
}
