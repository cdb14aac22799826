import {
	isId,
	isObject,
	outcomeOfReply,
	type Expected,
	type JsonObject,
	type Outcome,
} from '../../../../nodes/LiveDesk/delivery/core/outcome';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
const PAGE = '<!DOCTYPE html><html><title>502</title></html>';

/** What three endpoints answer with: a message, a contact, a list of what was found. */
const message: Expected = { isAnswer: ({ id }) => isId(id) };
const contact: Expected = {
	isAnswer: ({ payload }) =>
		isObject(payload) && isObject(payload.contact) && isId(payload.contact.id),
};
const search: Expected = { isAnswer: ({ payload }) => Array.isArray(payload) };
const withoutBody: Expected = { ...message, answersEmpty: true };

const replyOf = (statusCode: number, body: unknown, retryAfter?: string) => ({
	statusCode,
	headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
	body,
});
const kindOf = (body: unknown, expected = message, statusCode = 200) =>
	outcomeOfReply(replyOf(statusCode, body), expected, now).kind;

describe('success', () => {
	test.each<[unknown, Outcome['kind']]>([
		[{ id: 1, status: 'sent' }, 'delivered'],
		[{ id: 1 }, 'delivered'],
		[{ id: 0 }, 'delivered'],
		[{ id: '7d3b' }, 'delivered'],
		// What it was asked for is there: an empty or null `error` beside it says nothing.
		[{ id: 1, status: 'sent', error: '' }, 'delivered'],
		[{ id: 1, status: 'sent', error: null, code: 0 }, 'delivered'],
		[{ id: 1, status: 'failed' }, 'failed'],
		[{ id: 1, status: 'FAILED' }, 'failed'],
		[{ id: 1, status: 'Failed' }, 'failed'],
		[{ id: 1, status: ['failed'] }, 'delivered'],
		[{ code: 40001, message: 'invalid' }, 'refused'],
		[{ code: '40001', message: 'invalid' }, 'refused'],
		[{ code: 1 }, 'refused'],
		[{ code: -1 }, 'refused'],
		[{ code: 500 }, 'refused'],
		[{ error: 'Conversation is closed' }, 'refused'],
		[{ error: { message: 'no' } }, 'refused'],
		[{ errors: ['no'] }, 'refused'],
		[{ success: false }, 'refused'],
		[{ id: null, error: 'no' }, 'refused'],
		[{ status: 'failed', code: 1 }, 'refused'],
		[{}, 'unknown'],
		[{ data: { id: 1 } }, 'unknown'],
		[{ id: null }, 'unknown'],
		[{ id: '' }, 'unknown'],
		[{ id: ' ' }, 'unknown'],
		[{ id: true }, 'unknown'],
		[{ id: {} }, 'unknown'],
		[{ status: 'failed' }, 'unknown'],
		[{ status: 'sent' }, 'unknown'],
		[{ code: 0, message: 'success' }, 'unknown'],
		[{ code: '0' }, 'unknown'],
		// A code like HTTP's, or a word, may mean a success.
		[{ code: 200 }, 'unknown'],
		[{ code: '201' }, 'unknown'],
		[{ code: 'OK' }, 'unknown'],
		[{ code: null }, 'unknown'],
		[{ code: '' }, 'unknown'],
		[{ code: true }, 'unknown'],
		[{ error: '' }, 'unknown'],
		[{ error: ' ' }, 'unknown'],
		[{ error: null }, 'unknown'],
		[{ error: false }, 'unknown'],
		[{ error: 0 }, 'unknown'],
		[{ error: {} }, 'unknown'],
		[{ errors: [] }, 'unknown'],
		[{ success: true }, 'unknown'],
		[{ success: 0 }, 'unknown'],
		[[{ id: 1, status: 'sent' }], 'unknown'],
		[[], 'unknown'],
		['OK', 'unknown'],
		[PAGE, 'unknown'],
		[7, 'unknown'],
		[true, 'unknown'],
		[null, 'unknown'],
		[undefined, 'unknown'],
		['', 'unknown'],
		[' \n', 'unknown'],
	])('a 2xx with %j is %s for a message', (body, kind) => {
		for (const statusCode of [200, 201, 202, 204, 299]) {
			expect(kindOf(body, message, statusCode)).toBe(kind);
		}
	});

	test.each<[unknown, Outcome['kind']]>([
		[{ payload: { contact: { id: 5 } } }, 'delivered'],
		[{ payload: { contact: {} } }, 'unknown'],
		[{ inbox_id: 79 }, 'unknown'],
		[{ id: 5 }, 'unknown'],
		[{ message: 'taken', error: 'Phone number is invalid' }, 'refused'],
	])('a 2xx with %j is %s for a contact', (body, kind) => {
		expect(kindOf(body, contact)).toBe(kind);
	});

	test.each<[unknown, Outcome['kind']]>([
		[{ payload: [] }, 'delivered'],
		[{ payload: [{ id: 5 }] }, 'delivered'],
		[{ payload: {} }, 'unknown'],
		[{ code: 40001 }, 'refused'],
	])('a 2xx with %j is %s for a search', (body, kind) => {
		expect(kindOf(body, search)).toBe(kind);
	});

	test.each([undefined, null, '', ' \n'])(
		'a 2xx with %j is delivered, without a body, where the endpoint may answer with none',
		(body) => {
			for (const statusCode of [200, 204]) {
				const outcome = outcomeOfReply(replyOf(statusCode, body), withoutBody, now);
				expect(outcome).toEqual({ kind: 'delivered' });
			}
		},
	);

	test.each<[unknown, Outcome['kind']]>([
		[{}, 'unknown'],
		[[], 'unknown'],
		[PAGE, 'unknown'],
		[0, 'unknown'],
		[false, 'unknown'],
		[{ error: 'no' }, 'refused'],
		[{ id: 1 }, 'delivered'],
		[{ id: 1, status: 'failed' }, 'failed'],
	])('a 2xx with %j is no empty response where one may come: %s', (body, kind) => {
		expect(kindOf(body, withoutBody)).toBe(kind);
	});
});

describe('any other status', () => {
	const bodies = [
		{ id: 1, status: 'sent' },
		{ id: 1, status: 'failed' },
		{ error: 'no' },
		[],
		PAGE,
		'',
	];

	test.each<[number, Outcome['kind']]>([
		...[301, 302, 304, 307, 308, 400, 401, 403, 404, 409, 413, 415, 422, 499].map(
			(statusCode): [number, Outcome['kind']] => [statusCode, 'refused'],
		),
		[429, 'throttled'],
		...[500, 501, 502, 503, 504, 520, 599].map((statusCode): [number, Outcome['kind']] => [
			statusCode,
			'unknown',
		]),
	])('a response with status %i is %s, whatever its body', (statusCode, kind) => {
		for (const body of bodies) {
			for (const expected of [message, withoutBody]) {
				const reply = replyOf(statusCode, body);
				expect(outcomeOfReply(reply, expected, now)).toMatchObject({ kind, reply });
			}
		}
	});
});

describe('a response that throttles', () => {
	test.each([
		[429, '2', 2_000],
		[429, 'Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
		[429, undefined, undefined],
		[429, 'soon', undefined],
		[503, '0', 0],
		[503, 'Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
	])(
		'of status %i and Retry-After %s carries the wait that it asks for',
		(statusCode, retryAfter, ms) => {
			const reply = replyOf(statusCode, PAGE, retryAfter);
			expect(outcomeOfReply(reply, message, now)).toEqual({
				kind: 'throttled',
				reply,
				retryAfterMs: ms,
			});
		},
	);

	test.each([undefined, '', 'soon', '-1'])(
		'is no 503 whose Retry-After says nothing: %p',
		(retryAfter) => {
			const reply = replyOf(503, '', retryAfter);
			expect(outcomeOfReply(reply, message, now)).toEqual({ kind: 'unknown', reply });
		},
	);

	test.each([
		[200, 'delivered'],
		[302, 'refused'],
		[400, 'refused'],
		[500, 'unknown'],
		[502, 'unknown'],
	])('is not one of status %i, whatever its headers', (statusCode, kind) => {
		expect(outcomeOfReply(replyOf(statusCode, { id: 1 }, '1'), message, now).kind).toBe(kind);
	});
});

test('what was asked for is given by itself, all else with the whole response', () => {
	const body: JsonObject = { id: 1, status: 'failed' };
	expect(outcomeOfReply(replyOf(200, body), message, now)).toEqual({ kind: 'failed', body });
	const sent = { id: 1, status: 'sent' };
	expect(outcomeOfReply(replyOf(201, sent), message, now)).toEqual({
		kind: 'delivered',
		body: sent,
	});
	for (const [reply, kind] of [
		[replyOf(200, { error: 'no' }), 'refused'],
		[replyOf(200, {}), 'unknown'],
		[replyOf(200, PAGE), 'unknown'],
	] as const) {
		expect(outcomeOfReply(reply, message, now)).toEqual({ kind, reply });
	}
});

test.each([
	[1, true],
	[0, true],
	['a', true],
	['', false],
	[' ', false],
	[Number.NaN, false],
	[Infinity, false],
	[null, false],
	[undefined, false],
	[true, false],
	[[1], false],
	[{}, false],
])('whether %p can be an ID: %s', (value, can) => {
	expect(isId(value)).toBe(can);
});

test.each([
	[{}, true],
	[{ id: 1 }, true],
	[[], false],
	[null, false],
	[undefined, false],
	['{}', false],
	[7, false],
])('whether %j is an object: %s', (value, is) => {
	expect(isObject(value)).toBe(is);
});
