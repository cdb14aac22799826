import {
	causeOf,
	mayHaveArrived,
	outcomeOfThrown,
	type CauseKind,
} from '../../../../nodes/LiveDesk/delivery/core/cause';

const failure = (code: string, more: object = {}) =>
	Object.assign(new Error('failed'), { code, ...more });
const named = (name: string, message = 'no') => Object.assign(new Error(message), { name });

/** As n8n 1 gives it: without the cause, the code as `httpCode`, and Node's own text in `messages`. */
const byN8n1 = (code: string, text = 'failed') =>
	Object.assign(named('NodeApiError', 'Something n8n says'), {
		httpCode: code,
		messages: [text, text],
	});

const byCode: Partial<Record<CauseKind, string[]>> = {
	unreachable: [
		'ENOTFOUND',
		'EAI_AGAIN',
		'EAI_FAIL',
		'ECONNREFUSED',
		'ERR_INVALID_URL',
		'ERR_BAD_REQUEST',
	],
	tls: [
		'EPROTO',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'CERT_REVOKED',
		'CERT_UNTRUSTED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'HOSTNAME_MISMATCH',
		'INVALID_CA',
	],
	unreadable: [
		'Z_DATA_ERROR',
		'Z_BUF_ERROR',
		'HPE_INVALID_CONSTANT',
		'HPE_HEADER_OVERFLOW',
		'ERR_BAD_RESPONSE',
	],
	cancelled: ['ERR_CANCELED'],
	lost: [
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
		'ERR_TLS_HANDSHAKE_TIMEOUT',
		'EACCES',
		'EADDRNOTAVAIL',
		'ECONNABORTED',
		'ECONNRESET',
		'EHOSTUNREACH',
		'EIO',
		'EISDIR',
		'EMFILE',
		'ENETDOWN',
		'ENETUNREACH',
		'ENODATA',
		'ENOENT',
		'EPIPE',
		'ERR_SOMETHING_NEW',
		'ETIMEDOUT',
	],
};
const table = Object.entries(byCode).flatMap(([kind, codes]) => codes.map((code) => [code, kind]));

describe('a code that comes without a syscall', () => {
	test.each(table)('tells what it can: %s is %s', (code, kind) => {
		const cause = { kind, code };
		expect(causeOf(failure(code))).toEqual(cause);
		const nested = new Error('outer', { cause: new Error('inner', { cause: failure(code) }) });
		expect(causeOf(nested)).toEqual(cause);
		expect(causeOf(byN8n1(code))).toEqual(cause);
	});
});

const troubles = [
	'EACCES',
	'EADDRNOTAVAIL',
	'EAI_FAIL',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTUNREACH',
	'EMFILE',
	'ENETDOWN',
	'ENETUNREACH',
	'ENODATA',
	'ETIMEDOUT',
];

describe('a code that comes with what Node was doing', () => {
	test.each(['connect', 'getaddrinfo', 'queryA', 'queryAaaa'])(
		'tells that nothing was sent in %s, whatever the code',
		(syscall) => {
			for (const code of troubles) {
				const cause = { kind: 'unreachable', code };
				expect(causeOf(new Error('outer', { cause: failure(code, { syscall }) }))).toEqual(cause);
				expect(causeOf(byN8n1(code, `${syscall} ${code} 10.0.0.1:443`))).toEqual(cause);
			}
		},
	);

	test.each(['read', 'write', 'shutdown'])(
		'tells that the request may have arrived in %s, whatever the code',
		(syscall) => {
			for (const code of troubles) {
				const cause = { kind: 'lost', code };
				expect(causeOf(new Error('outer', { cause: failure(code, { syscall }) }))).toEqual(cause);
				expect(causeOf(byN8n1(code, `${syscall} ${code}`))).toEqual(cause);
			}
		},
	);

	test.each([
		['was connecting to every address of a host', ['connect', 'connect'], 'unreachable'],
		['was reading from one of the addresses', ['connect', 'read'], 'lost'],
		['does not tell of one of the addresses', ['connect', undefined], 'lost'],
	])('goes by that where Node %s', (_, syscalls, kind) => {
		const errors = syscalls.map((syscall) => failure('ETIMEDOUT', { syscall }));
		const all = Object.assign(new AggregateError(errors), { code: 'ETIMEDOUT' });
		expect(causeOf(new Error('outer', { cause: all }))).toEqual({ kind, code: 'ETIMEDOUT' });
	});

	test('is lost in doubt, where there was no address at all', () => {
		const none = Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' });
		expect(causeOf(none)).toEqual({ kind: 'lost', code: 'ETIMEDOUT' });
	});
});

describe('what was thrown', () => {
	test.each(['SsrfBlockedIpError', 'UserError', 'OperationalError', 'NodeOperationError'])(
		'is blocked where n8n says so: %s',
		(name) => {
			const cause = { kind: 'blocked', reason: 'no' };
			expect(causeOf(named(name))).toEqual(cause);
			expect(causeOf(new Error('outer', { cause: named(name) }))).toEqual(cause);
		},
	);

	test('is a matter of the credential where n8n could not evaluate it, whatever it comes with', () => {
		const cause = { kind: 'credential', reason: 'no data' };
		const thrown = named('ExpressionError', 'no data');
		expect(causeOf(thrown)).toEqual(cause);
		const outer = Object.assign(new Error('outer', { cause: thrown }), {
			name: 'NodeOperationError',
		});
		expect(causeOf(outer)).toEqual(cause);
	});

	test.each(['UnreadableFileError', 'FileNotFoundError', 'BinaryDataFileNotFoundError'])(
		'is a matter of the file where a file could not be read: %s',
		(name) => {
			const thrown = Object.assign(named(name, 'It is gone.'), {
				cause: failure('ECONNRESET', { syscall: 'read' }),
			});
			expect(causeOf(new Error('outer', { cause: thrown }))).toEqual({
				kind: 'file',
				code: 'ECONNRESET',
				reason: 'It is gone.',
			});
		},
	);

	test('is a matter of the file also as n8n 1 gives it', () => {
		const thrown = Object.assign(named('NodeApiError', 'It is gone.'), {
			httpCode: 'ERR_FILE_UNREADABLE',
		});
		expect(causeOf(thrown)).toEqual({ kind: 'file', reason: 'It is gone.' });
	});

	test('is unreadable where a response stands beside it, whatever its code', () => {
		const response = { status: 200 };
		expect(causeOf(failure('ZSTD_error_prefix_unknown', { response }))).toEqual({
			kind: 'unreadable',
			code: 'ZSTD_error_prefix_unknown',
		});
		expect(causeOf(Object.assign(new Error('no code'), { response }))).toEqual({
			kind: 'unreadable',
		});
	});

	test.each([
		['an error of an unknown kind', new Error('something new')],
		["an error of n8n's HTTP client", Object.assign(new Error('broken'), { isAxiosError: true })],
		['a status as n8n 1 gives it', byN8n1('200')],
		['a code that is none', failure('not a code')],
		['a status for a code', Object.assign(new Error('x'), { code: 404 })],
		['a text', 'text'],
		['nothing', undefined],
		['null', null],
	])('is lost in doubt: %s', (_, thrown) => {
		expect(causeOf(thrown)).toEqual({ kind: 'lost' });
	});

	test('may point to itself', () => {
		const thrown = new Error('circle');
		thrown.cause = new Error('back', { cause: thrown });
		expect(causeOf(thrown)).toEqual({ kind: 'lost' });
	});
});

test.each<[kind: CauseKind, may: boolean]>([
	['blocked', false],
	['credential', false],
	['file', false],
	['tls', false],
	['unreachable', false],
	['unreadable', true],
	['cancelled', true],
	['lost', true],
])('a request that is %s may have arrived: %p', (kind, may) => {
	expect(mayHaveArrived({ kind })).toBe(may);
});

test('an outcome is unknown only where the request may have arrived', () => {
	expect(outcomeOfThrown(failure('ECONNREFUSED'))).toEqual({
		kind: 'refused',
		cause: { kind: 'unreachable', code: 'ECONNREFUSED' },
	});
	expect(outcomeOfThrown(failure('ECONNRESET'))).toEqual({
		kind: 'unknown',
		cause: { kind: 'lost', code: 'ECONNRESET' },
	});
});
