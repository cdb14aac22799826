import type { Outcome } from './outcome';
import { causesOf, isCode, isNamed, isThrown, syscallOf, textsOf, type Thrown } from './thrown';

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
	/** Node's code, e.g. ECONNRESET; of a file, that of n8n's storage. */
	code?: string;
	/** Why n8n did not send it, in n8n's words; or what is wrong with a file, in ours. */
	reason?: string;
}

/** What Node does before a connection stands: it looks the name up, then connects. */
const CONNECTING = /^(connect|getaddrinfo|query\w*)$/;

/** Codes that tell by themselves that there was no connection, for errors that do not say what Node was doing. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|ERR_INVALID_URL|ERR_BAD_REQUEST)$/;

/**
 * EPROTO is Node's code where the secure connection did not come about before the request was written, whatever the
 * reason; the others are OpenSSL's names for a certificate that is not trusted. ERR_SSL_* is not here: Node gives it to
 * a connection that broke after the request was written. Measured on Node 20, 24 and 26, with TLS 1.2 and 1.3.
 */
const NOT_SECURE =
	/^(EPROTO|CERT_|CRL_|DEPTH_ZERO_|ERROR_IN_C|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/;

/** What Node says, with ECONNRESET, of a server that hung up during the handshake. */
const HUNG_UP_EARLY = 'before secure TLS connection was established';

/** The parser's codes, those of zlib, and n8n's client's for a response that ended early. */
const UNREADABLE = /^(HPE_|Z_|ERR_BAD_RESPONSE$)/;

/** The one of our own, which n8n's client passes on, and n8n's. */
const FILE = /^(UnreadableFile|(BinaryData)?FileNotFound)Error$/;
const FILE_CODE = 'ERR_FILE_UNREADABLE';

/**
 * What n8n throws where it does not send, by the name of the error; all that n8n's HTTP client throws has another one.
 * As blocked counts an address that n8n blocks, and a domain that the credential does not allow.
 */
const BY_N8N = {
	/** n8n cannot evaluate an expression of the credential. */
	credential: /^ExpressionError$/,
	blocked: /^(Ssrf\w*|User|Operational|NodeOperation)Error$/,
};

/**
 * Decides by where it broke. In doubt a server may have taken the request: only what is known for sure makes it safe to
 * send again.
 *
 * @param thrown what n8n's HTTP helper threw instead of giving a response, or what the reading of a file threw
 */
export function causeOf(thrown: unknown): Cause {
	const chain = [...causesOf(thrown)];
	// n8n 1 drops the cause of its NodeApiError, and keeps Node's code in `httpCode`.
	const codes = chain.flatMap(({ code, httpCode }) => [code, httpCode]).filter(isCode);
	const file = chain.find((each) => isNamed(each, FILE));
	if (file || codes.includes(FILE_CODE)) {
		const code = codes.find((each) => each !== FILE_CODE);
		return { kind: 'file', ...(code ? { code } : {}), reason: reasonOf(file ?? chain[0]) };
	}
	const [code] = codes;
	if (code === undefined) return withoutCode(chain);
	return { kind: kindOf(chain, code), code };
}

/** @returns whether LiveDesk may have taken the request */
export function mayHaveArrived({ kind }: Cause): boolean {
	return kind === 'unreadable' || kind === 'cancelled' || kind === 'lost';
}

/** @returns what it means that a request threw instead of giving a response */
export function outcomeOfThrown(thrown: unknown): Outcome {
	const cause = causeOf(thrown);
	return { kind: mayHaveArrived(cause) ? 'unknown' : 'refused', cause };
}

function withoutCode(chain: Thrown[]): Cause {
	for (const kind of ['credential', 'blocked'] as const) {
		const error = chain.find((each) => isNamed(each, BY_N8N[kind]));
		if (error) return { kind, reason: reasonOf(error) };
	}
	return { kind: isAnswered(chain) ? 'unreadable' : 'lost' };
}

function kindOf(chain: Thrown[], code: string): CauseKind {
	if (code === 'ERR_CANCELED') return 'cancelled';
	if (NOT_SECURE.test(code) || textsOf(chain).some((text) => text.includes(HUNG_UP_EARLY))) {
		return 'tls';
	}
	if (neverConnected(chain, code)) return 'unreachable';
	return UNREADABLE.test(code) || isAnswered(chain) ? 'unreadable' : 'lost';
}

function neverConnected(chain: Thrown[], code: string): boolean {
	const addresses = chain.map(({ errors }) => errors).find(Array.isArray);
	// Node tries all addresses of a host in turn, and throws what it met at each together.
	if (addresses && addresses.length > 0) {
		return addresses.every((each) => isThrown(each) && CONNECTING.test(syscallOf([each]) ?? ''));
	}
	const syscall = syscallOf(chain);
	return syscall === undefined ? NEVER_CONNECTED.test(code) : CONNECTING.test(syscall);
}

/** n8n's client puts a response that it could not read beside the error. */
const isAnswered = (chain: Thrown[]) => chain.some(({ response }) => isThrown(response));

const reasonOf = ({ message }: Thrown) => String(message ?? '');
