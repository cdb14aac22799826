import type { Cause } from '../../delivery/core/cause';
import { quote } from '../quote';
import type { Redact } from '../redact';
import { CHECK_BASE_URL, sentences, type Told } from '../words';

const NO_URL: Told = {
	message: "'Base URL' in the LiveDesk credential is not a URL",
	description: 'Enter a complete URL there, e.g. https://livedesk-api.engagelab.com.',
};
const NOT_LOOKED_UP: Told = {
	message: 'The host name of LiveDesk could not be looked up',
	description: `Ask your n8n administrator to check the network and DNS of the n8n server. ${CHECK_BASE_URL}`,
};
const TOO_MUCH_OPEN: Told = {
	message: 'The n8n server has too many files or connections open',
	description: "Lower 'Parallel Conversations' under 'Options', or ask your n8n administrator.",
};
/** n8n blocks addresses, and the credential may allow some domains only. */
const BLOCKED: Told = {
	message: 'n8n blocked the request to LiveDesk',
	description:
		"Check 'Allowed HTTP Request Domains' in the LiveDesk credential, or ask your n8n administrator whether n8n may reach LiveDesk.",
};
/** n8n 2.41 evaluates no credential's expressions in a workflow with Execution Logic v2, as measured. */
const CREDENTIAL: Told = {
	message: 'n8n could not evaluate the LiveDesk credential',
	description:
		"Check the credential for expressions. In a workflow whose setting 'Execution Logic' is v2, choose v1 instead.",
};
const FILE: Told = {
	message: 'A file of the message could not be read to its end',
	description: 'Run the node that outputs the file again.',
};
const TLS: Told = {
	message: 'No secure connection to LiveDesk could be made',
	description: `The server's certificate is not trusted, or the server does not use HTTPS. ${CHECK_BASE_URL} If it is right, ask your n8n administrator about a proxy that replaces certificates.`,
};
const NOT_CONNECTED: Told = {
	message: 'No connection to LiveDesk could be made',
	description: `Ask your n8n administrator to check the network, firewall and proxy of the n8n server. ${CHECK_BASE_URL}`,
};
const UNREADABLE: Told = {
	message: "LiveDesk's response could not be read",
	description:
		'It arrived damaged. If this happens again, ask your n8n administrator about a proxy that changes responses.',
};
const CANCELLED: Told = {
	message: 'The execution was cancelled before LiveDesk responded',
	description: 'Run the workflow again if it is still needed.',
};
const BROKEN: Told = {
	message: 'The connection to LiveDesk broke before it responded',
	description: 'If this happens often, ask your n8n administrator to check the network.',
};
/** Whoever adds n8n's option gets ten seconds at first: less than without it. */
const TIMED_OUT: Told = {
	message: 'LiveDesk did not respond in time',
	description:
		"Raise 'Timeout' under 'Request Options' in the node's Settings. It is in milliseconds; without it, 300000 (5 minutes) apply.",
};

/** Words by Node's code, where it tells more than that no connection was made. */
const UNREACHABLE: Readonly<Record<string, Told>> = {
	ENOTFOUND: {
		message: 'The host name of LiveDesk could not be found',
		description: CHECK_BASE_URL,
	},
	EAI_AGAIN: NOT_LOOKED_UP,
	EAI_FAIL: NOT_LOOKED_UP,
	ENODATA: NOT_LOOKED_UP,
	ECONNREFUSED: {
		message: 'LiveDesk refused the connection',
		description: `${CHECK_BASE_URL} If it is right, ask your n8n administrator about a firewall or proxy.`,
	},
	ERR_BAD_REQUEST: NO_URL,
	ERR_INVALID_URL: NO_URL,
	EMFILE: TOO_MUCH_OPEN,
	ENFILE: TOO_MUCH_OPEN,
	EADDRNOTAVAIL: TOO_MUCH_OPEN,
};

/** What n8n's HTTP client calls a timeout, and what the system calls one. */
const TIMEOUTS: readonly unknown[] = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];

/** @returns why a request has no usable response, and who must do what about it */
export function explainCause(cause: Cause, redact: Redact): Told {
	const { message, description } = wordsFor(cause, redact);
	const code = quote(cause.code ?? '', redact, 60);
	return { message, description: code === '' ? description : `${description} (${code})`.trim() };
}

function wordsFor({ kind, code = '', reason = '' }: Cause, redact: Redact): Told {
	switch (kind) {
		case 'blocked':
			return withReason('n8n says', reason, BLOCKED, redact);
		case 'credential':
			return withReason('n8n says', reason, CREDENTIAL, redact);
		case 'file':
			return withReason('Reason', reason, FILE, redact);
		case 'tls':
			return TLS;
		case 'unreachable':
			return Object.hasOwn(UNREACHABLE, code) ? UNREACHABLE[code] : NOT_CONNECTED;
		case 'unreadable':
			return UNREADABLE;
		case 'cancelled':
			return CANCELLED;
		case 'lost':
			return TIMEOUTS.includes(code) ? TIMED_OUT : BROKEN;
	}
}

function withReason(label: string, reason: string, told: Told, redact: Redact): Told {
	const quoted = quote(reason, redact);
	if (quoted === '') return told;
	return { ...told, description: sentences(`${label}: ${quoted}`, told.description) };
}
