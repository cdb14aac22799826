import { networkTrouble, type NetworkKind } from '../../nodes/LiveDesk/delivery/network';

const failure = (code: string, more: object = {}) =>
	Object.assign(new Error('failed'), { code, ...more });

const kinds: Record<NetworkKind, string[]> = {
	unreachable: [
		'ENOTFOUND',
		'EAI_AGAIN',
		'ECONNREFUSED',
		'EHOSTUNREACH',
		'EHOSTDOWN',
		'ENETUNREACH',
		'ENETDOWN',
		'ERR_INVALID_URL',
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
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'HOSTNAME_MISMATCH',
	],
	file: ['ENOENT', 'EACCES', 'EISDIR', 'EIO'],
	silent: [
		'ECONNRESET',
		'ECONNABORTED',
		'ETIMEDOUT',
		'EPIPE',
		'ERR_BAD_RESPONSE',
		'ERR_SOMETHING_NEW',
	],
	policy: [],
	credential: [],
};
const table = Object.entries(kinds).flatMap(([kind, codes]) => codes.map((code) => [code, kind]));

describe('what was thrown', () => {
	test.each(table)('with %s is %s', (code, kind) => {
		expect(networkTrouble(failure(code))).toEqual({ kind, code });
	});

	test.each(table)('with %s among its causes is %s', (code, kind) => {
		const nested = new Error('outer', { cause: new Error('inner', { cause: failure(code) }) });
		expect(networkTrouble(nested)).toEqual({ kind, code });
	});

	test.each(table)('with %s only as n8n 1 keeps it, in httpCode, is %s', (code, kind) => {
		const thrown = Object.assign(new Error('failed'), { name: 'NodeApiError', httpCode: code });
		expect(networkTrouble(thrown)).toEqual({ kind, code });
	});

	test.each(['SsrfBlockedIpError', 'UserError', 'OperationalError', 'NodeOperationError'])(
		"is n8n's own refusal where n8n says so: %s",
		(name) => {
			const thrown = Object.assign(new Error('blocked'), { name });
			const trouble = { kind: 'policy', reason: 'blocked' };
			expect(networkTrouble(thrown)).toEqual(trouble);
			expect(networkTrouble(new Error('outer', { cause: thrown }))).toEqual(trouble);
		},
	);

	test('is an expression of the credential, where n8n says so, whatever it comes with', () => {
		const thrown = Object.assign(new Error('no data'), { name: 'ExpressionError' });
		const trouble = { kind: 'credential', reason: 'no data' };
		expect(networkTrouble(thrown)).toEqual(trouble);
		const outer = Object.assign(new Error('outer', { cause: thrown }), {
			name: 'NodeOperationError',
		});
		expect(networkTrouble(outer)).toEqual(trouble);
	});

	test.each([
		['whatever it is', new Error('something new')],
		["from n8n's HTTP client", Object.assign(new Error('broken'), { isAxiosError: true })],
		[
			'as n8n 1 gives it',
			Object.assign(new Error('broken'), { name: 'NodeApiError', httpCode: '200' }),
		],
		['with a code that is none', Object.assign(new Error('x'), { code: 'not a code' })],
		['with a status for a code', Object.assign(new Error('x'), { code: 404 })],
		['that is no object', 'text'],
		['of nothing', undefined],
		['of null', null],
	])('counts as silence in doubt: %s', (_, thrown) => {
		expect(networkTrouble(thrown)).toEqual({ kind: 'silent' });
	});

	test('may point to itself', () => {
		const thrown = new Error('circle');
		thrown.cause = new Error('back', { cause: thrown });
		expect(networkTrouble(thrown)).toEqual({ kind: 'silent' });
	});
});

describe('a time-out', () => {
	const connecting = { syscall: 'connect' };

	test('while connecting means that nothing was sent', () => {
		const code = 'ETIMEDOUT';
		expect(networkTrouble(failure(code, connecting))).toEqual({ kind: 'unreachable', code });
		const nested = new Error('outer', { cause: failure(code, connecting) });
		expect(networkTrouble(nested)).toEqual({ kind: 'unreachable', code });
	});

	test.each([
		['while connecting to every address of a host', [connecting, connecting], 'unreachable'],
		['of which one was not while connecting', [connecting, { syscall: 'read' }], 'silent'],
		['of no address at all', [], 'silent'],
	])('%s', (_, each, kind) => {
		const errors = each.map((more) => failure('ETIMEDOUT', more));
		const thrown = Object.assign(new AggregateError(errors), { code: 'ETIMEDOUT' });
		expect(networkTrouble(thrown)).toEqual({ kind, code: 'ETIMEDOUT' });
	});

	test.each(['read', 'write', undefined])('in %s may come after the message arrived', (syscall) => {
		const thrown = failure('ETIMEDOUT', { syscall });
		expect(networkTrouble(thrown)).toEqual({ kind: 'silent', code: 'ETIMEDOUT' });
	});
});
