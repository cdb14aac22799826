import { causeOf } from '../../../../nodes/LiveDesk/delivery/core/cause';
import { byN8n1, failure } from '../support/thrown';

const byCode = {
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
		// They only resemble those that tell something.
		'EX_CERT_REVOKED',
		'ENOTFOUND_LATER',
		'ERR_BAD_RESPONSE_LATER',
		'ETIMEDOUT',
	],
};
const anyCode = [...byCode.unreachable, ...byCode.lost];
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

describe('a code that comes with what Node was doing', () => {
	test.each(['connect', 'getaddrinfo', 'queryA', 'queryAaaa'])(
		'tells that nothing was sent in %s, whatever the code',
		(syscall) => {
			for (const code of anyCode) {
				const cause = { kind: 'unreachable', code };
				expect(causeOf(new Error('outer', { cause: failure(code, { syscall }) }))).toEqual(cause);
				expect(causeOf(byN8n1(code, `${syscall} ${code} 10.0.0.1:443`))).toEqual(cause);
			}
		},
	);

	test.each(['read', 'write', 'shutdown'])(
		'tells that the request may have arrived in %s, whatever the code',
		(syscall) => {
			for (const code of anyCode) {
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

	test('is lost in doubt, where a text only mentions what Node does', () => {
		const thrown = byN8n1('ETIMEDOUT', 'no response after connect ETIMEDOUT');
		expect(causeOf(thrown)).toEqual({ kind: 'lost', code: 'ETIMEDOUT' });
	});

	test('is lost in doubt, where there was no address at all', () => {
		const none = Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' });
		expect(causeOf(none)).toEqual({ kind: 'lost', code: 'ETIMEDOUT' });
	});
});
