/**
 * Why a request has no usable response. After the first five it cannot have arrived; after the others it may have.
 */
export type CauseKind =
	/** n8n refused to send it. */
	| 'blocked'
	/** n8n could not evaluate the credential. */
	| 'credential'
	/** A file of the message could not be read to its end. */
	| 'file'
	/** No secure connection came about. */
	| 'tls'
	/** No connection came about. */
	| 'unreachable'
	/** LiveDesk answered, but the response could not be read, e.g. because its compression is broken. */
	| 'unreadable'
	/** The execution was cancelled while the request was under way. */
	| 'cancelled'
	/** The connection broke, or no response came in time. */
	| 'lost';

export interface Cause {
	kind: CauseKind;
	/** Node's code, e.g. ECONNRESET. */
	code?: string;
	/** Why n8n did not send it, in n8n's words. */
	reason?: string;
}

/** Codes that Node gives before a connection stands. */
const BEFORE_CONNECTION = new Set([
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOTFOUND',
	// n8n's client gives it to an address that it cannot speak to, and to 4xx answers, which do not throw here.
	'ERR_BAD_REQUEST',
	'ERR_INVALID_URL',
]);

/** EPROTO is what a server gives that does not speak TLS; the others are OpenSSL's names for a certificate not trusted. */
const TLS =
	/^(EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)|HOSTNAME_MISMATCH)/;

const FILE = new Set(['ENOENT', 'EACCES', 'EISDIR', 'EIO']);

/**
 * What n8n throws where it does not send, by the name of the error; all that n8n's HTTP client throws has another one.
 * As policy counts an address that n8n blocks, and a domain that the credential does not allow.
 */
const BY_N8N = {
	policy: /^(Ssrf\w*|User|Operational|NodeOperation)Error$/,
	/** n8n cannot evaluate an expression of the credential. */
	credential: /^ExpressionError$/,
};

/** @returns what it means that a request threw instead of giving an answer */
export function networkTrouble(thrown: unknown): NetworkTrouble {
	const chain = [...causes(thrown)];
	// n8n 1 drops the cause of its NodeApiError, and keeps Node's code in `httpCode`.
	const code = chain.flatMap((error) => [error.code, error.httpCode]).find(isNodeCode);
	if (code === undefined) return withoutCode(chain);
	return { kind: kindOf(chain, code), code };
}

function withoutCode(chain: ThrownObject[]): NetworkTrouble {
	for (const kind of ['credential', 'policy'] as const) {
		const error = chain.find((each) => isNamed(each, BY_N8N[kind]));
		if (error) return { kind, reason: String(error.message ?? '') };
	}
	// In doubt a server may have taken the request: only what is known for sure makes it safe to send again.
	return { kind: 'silent' };
}

function kindOf(chain: ThrownObject[], code: string): NetworkKind {
	if (FILE.has(code)) return 'file';
	if (TLS.test(code)) return 'tls';
	if (BEFORE_CONNECTION.has(code)) return 'unreachable';
	// Only the first half of a connection times out in connect(); a later timeout is silence after writing.
	return code === 'ETIMEDOUT' && chain.some(timedOutInConnect) ? 'unreachable' : 'silent';
}

function isNamed({ name, constructor }: ThrownObject, pattern: RegExp): boolean {
	return [name, constructor?.name].some((each) => typeof each === 'string' && pattern.test(each));
}

type ThrownObject = Record<string, unknown> & { constructor?: { name?: string } };

/** The chain of what was thrown and its causes, as far as they are objects. */
function* causes(thrown: unknown): Generator<ThrownObject> {
	const seen = new Set<unknown>();
	for (let error = thrown; isObject(error) && !seen.has(error); error = error.cause) {
		seen.add(error);
		yield error;
	}
}

function isObject(value: unknown): value is ThrownObject {
	return typeof value === 'object' && value !== null;
}

function isNodeCode(code: unknown): code is string {
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
}

/** Node tries all addresses of a host in turn, and throws what it met at each together. */
function timedOutInConnect({ syscall, errors }: ThrownObject): boolean {
	if (syscall === 'connect') return true;
	if (!Array.isArray(errors) || errors.length === 0) return false;
	return errors.every((error) => isObject(error) && error.syscall === 'connect');
}
