import {
	causeOf,
	mayHaveArrived,
	outcomeOfThrown,
	type CauseKind,
} from '../../../../nodes/LiveDesk/delivery/core/cause';
import { byN8n1, failure, named } from '../support/thrown';

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
		['a code that is none', failure('not a CODE')],
		["a name that only ends as one of n8n's", named('NoExpressionError')],
		["a name that only begins as one of n8n's", named('UserErrors')],
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
