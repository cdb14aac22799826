/**
 * How a request ended without an answer. Only for `silent` may a server have taken it: all others are what Node
 * reports before a connection stands, what n8n itself refused to send, and a body that could not be read to its end.
 */
export type NetworkKind = 'policy' | 'file' | 'tls' | 'unreachable' | 'silent';

export interface NetworkTrouble {
	kind: NetworkKind;
	/** Node's code, e.g. ECONNRESET. */
	code?: string;
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

/** @returns what it means that a request threw instead of giving an answer */
export function networkTrouble(thrown: unknown): NetworkTrouble {
	const chain = [...causes(thrown)];
	const code = chain.map((error) => error.code).find(isNodeCode);
	return { kind: kindOf(chain, code), ...(code === undefined ? {} : { code }) };
}

function kindOf(chain: ThrownObject[], code: string | undefined): NetworkKind {
	// n8n's HTTP client marks what it throws; without the mark n8n's own checks threw, e.g. an address it blocks.
	if (code === undefined)
		return chain.some((error) => error.isAxiosError === true) ? 'silent' : 'policy';
	if (FILE.has(code)) return 'file';
	if (TLS.test(code)) return 'tls';
	if (BEFORE_CONNECTION.has(code)) return 'unreachable';
	// Only the first half of a connection times out in connect(); a later timeout is silence after writing.
	return code === 'ETIMEDOUT' && chain.some(timedOutInConnect) ? 'unreachable' : 'silent';
}

type ThrownObject = Record<string, unknown>;

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
