import { EnvHttpProxyAgent, fetch } from 'undici';
import { NoResponse } from './end';

const TIMEOUT_MS = 30_000;
const TOO_MANY_REQUESTS = 429;

export interface Credentials {
	readonly apiKey: string;
	readonly apiSecret: string;
	readonly baseUrl: string;
}

/** A response as it came: the node shows only what it makes of one. */
export interface Response {
	status: number;
	/** What it carries: JSON, a web page, something else, or nothing. */
	kind: 'JSON' | 'web page' | 'text' | 'nothing';
	/** The parsed JSON; undefined for all else. */
	body: unknown;
	headers: ReadonlyArray<readonly [name: string, value: string]>;
	/** The clock here, in milliseconds, in the middle of the request. */
	at: number;
}

export interface Request {
	query?: Readonly<Record<string, string>>;
	/** Sent as JSON. */
	json?: unknown;
	/** In place of the right one. */
	secret?: string;
}

/** LiveDesk without the node: for what the node does not show, or never asks for. */
export interface Api {
	/** All responses until now. */
	readonly responses: readonly Response[];
	/**
	 * @param path behind /api/v2/accounts
	 * @throws NoResponse where none came, or only that a rate limit is reached
	 */
	request(method: 'GET' | 'POST', path: string, request?: Request): Promise<Response>;
}

/** The code of what is at the bottom of a thrown error: never its message, which may name a host. */
function causeOf(error: unknown): string {
	const { cause, code, name } = error as { cause?: unknown; code?: unknown; name?: string };
	if (typeof cause === 'object' && cause !== null) return causeOf(cause);
	if (name === 'TimeoutError') return `no response within ${TIMEOUT_MS / 1000} seconds`;
	return typeof code === 'string' ? code : 'unknown cause';
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function kindOf(text: string, body: unknown): Response['kind'] {
	if (text.trim() === '') return 'nothing';
	if (body !== undefined) return 'JSON';
	return /^\s*<(!doctype|html|head|body|\?xml)/i.test(text) ? 'web page' : 'text';
}

/** @param credentials whose base URL has no slash at its end */
export function apiOf({ apiKey, apiSecret, baseUrl }: Credentials): Api {
	const responses: Response[] = [];
	const dispatcher = new EnvHttpProxyAgent();
	return {
		responses,
		async request(method, path, { query = {}, json, secret = apiSecret } = {}) {
			const url = new URL(`${baseUrl}/api/v2/accounts${path}`);
			// As the node does: what is encoded by hand, no other way of encoding undoes.
			url.search = Object.entries(query)
				.map((pair) => pair.map(encodeURIComponent).join('='))
				.join('&');
			const started = Date.now();
			const response = await fetch(url, {
				method,
				dispatcher,
				redirect: 'manual',
				signal: AbortSignal.timeout(TIMEOUT_MS),
				headers: {
					accept: 'application/json',
					authorization: `Basic ${Buffer.from(`${apiKey}:${secret}`).toString('base64')}`,
					...(json !== undefined && { 'content-type': 'application/json' }),
				},
				...(json !== undefined && { body: JSON.stringify(json) }),
			}).catch((error: unknown) => {
				throw new NoResponse(causeOf(error));
			});
			const at = (started + Date.now()) / 2;
			const text = await response.text().catch((error: unknown) => {
				throw new NoResponse(causeOf(error));
			});
			const body = parsed(text);
			const seen = {
				status: response.status,
				kind: kindOf(text, body),
				body,
				headers: [...response.headers],
				at,
			};
			responses.push(seen);
			if (seen.status === TOO_MANY_REQUESTS) throw new NoResponse('429, a rate limit is reached');
			return seen;
		},
	};
}
