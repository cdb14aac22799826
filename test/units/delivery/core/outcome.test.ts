import {
	isId,
	isObject,
	outcomeOfReply,
	type Expected,
	type JsonObject,
} from '../../../../nodes/LiveDesk/delivery/core/outcome';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
const PAGE = '<!DOCTYPE html><html><title>502</title></html>';

const message: Expected = { isAnswer: ({ id }) => isId(id) };

const replyOf = (statusCode: number, body: unknown, retryAfter?: string) => ({
	statusCode,
	headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
	body,
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
