import { networkTrouble, type NetworkTrouble } from './network';
import { retryAfterMs } from './retryAfter';

/** What n8n's HTTP helper gives for an answer of any status. */
export interface Reply {
	statusCode: number;
	headers: Readonly<Record<string, unknown>>;
	/** Parsed where it was JSON, else the text. */
	body: unknown;
}

type JsonObject = Record<string, unknown>;

/** The one thing that happened to a request. */
export type Outcome =
	/** LiveDesk took the message. `reply` is undefined for an empty answer. */
	| { kind: 'delivered'; reply?: JsonObject }
	/** LiveDesk took it, the channel (e.g. WhatsApp) did not. */
	| { kind: 'failed'; reply: JsonObject }
	/** LiveDesk did not take it, or was never reached: sending again does no harm. */
	| { kind: 'refused'; reply?: Reply; network?: NetworkTrouble }
	/** Too many requests; `retryAfterMs` is what LiveDesk asked to wait. */
	| { kind: 'throttled'; reply: Reply; retryAfterMs?: number }
	/** Nobody knows whether it arrived: sending again may make it arrive twice. */
	| { kind: 'unknown'; reply?: Reply; network?: NetworkTrouble };

/**
 * @param answersEmpty whether the endpoint may answer with an empty body
 * @param now in milliseconds since 1970, for a Retry-After that is a date
 * @returns what an answer means; a 200 with status `failed` is not a success
 */
export function outcomeOfReply(reply: Reply, answersEmpty: boolean, now: number): Outcome {
	const { statusCode, body } = reply;
	const wait = retryAfterMs(reply.headers['retry-after'], now);
	if (statusCode === 429 || (statusCode === 503 && wait !== undefined)) {
		return { kind: 'throttled', reply, retryAfterMs: wait };
	}
	if (statusCode >= 500) return { kind: 'unknown', reply };
	if (statusCode >= 300) return { kind: 'refused', reply };
	if (isEmpty(body) && answersEmpty) return { kind: 'delivered' };
	if (!isJsonObject(body)) return { kind: 'unknown', reply };
	return { kind: body.status === 'failed' ? 'failed' : 'delivered', reply: body };
}

/** @returns what it means that a request ended without an answer */
export function outcomeOfThrown(thrown: unknown): Outcome {
	const network = networkTrouble(thrown);
	return { kind: network.kind === 'silent' ? 'unknown' : 'refused', network };
}

function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
}

function isJsonObject(body: unknown): body is JsonObject {
	return typeof body === 'object' && body !== null && !Array.isArray(body);
}
