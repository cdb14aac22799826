import {
	outcomeOfReply,
	outcomeOfThrown,
	type Outcome,
} from '../../nodes/LiveDesk/delivery/outcome';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
const PAGE = '<!DOCTYPE html><html><title>502</title></html>';

/** Bodies as n8n's HTTP helper gives them. */
const bodies: Record<string, unknown> = {
	message: { id: 1, status: 'sent' },
	'message without a status': { id: 1 },
	'failed message': { id: 1, status: 'failed' },
	refusal: { error: 'no' },
	list: [{ id: 1, status: 'sent' }],
	null: null,
	nothing: undefined,
	'empty text': '',
	blank: ' \n',
	text: 'OK',
	number: 7,
	true: true,
	'web page': PAGE,
};
const empty = new Set(['null', 'nothing', 'empty text', 'blank']);

/** The rules, once more and in other words. */
function expectedKind(status: number, body: string, answersEmpty: boolean): Outcome['kind'] {
	if (status === 429) return 'throttled';
	if (status >= 500) return 'unknown';
	if (status >= 300) return 'refused';
	if (empty.has(body)) return answersEmpty ? 'delivered' : 'unknown';
	if (body === 'failed message') return 'failed';
	return typeof bodies[body] === 'object' && body !== 'list' ? 'delivered' : 'unknown';
}

const statuses = [
	200, 201, 202, 204, 299, 301, 302, 304, 307, 308, 400, 401, 403, 404, 409, 413, 415, 422, 429,
	499, 500, 501, 502, 503, 504, 520, 599,
];

describe.each(statuses)('an answer of status %i', (statusCode) => {
	test.each(Object.keys(bodies))('has one meaning with this body: %s', (name) => {
		for (const answersEmpty of [false, true]) {
			const reply = { statusCode, headers: {}, body: bodies[name] };
			const { kind } = outcomeOfReply(reply, answersEmpty, now);
			expect({ answersEmpty, kind }).toEqual({
				answersEmpty,
				kind: expectedKind(statusCode, name, answersEmpty),
			});
		}
	});
});

describe('an answer that throttles', () => {
	test.each([
		[429, '2', 2_000],
		[429, 'Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
		[429, undefined, undefined],
		[429, 'soon', undefined],
		[503, '0', 0],
		[503, 'Wed, 21 Oct 2026 07:28:09 GMT', 9_000],
	])('carries the wait that it asks for: %i, Retry-After %s', (statusCode, retryAfter, ms) => {
		const reply = { statusCode, headers: { 'retry-after': retryAfter }, body: PAGE };
		expect(outcomeOfReply(reply, false, now)).toEqual({
			kind: 'throttled',
			reply,
			retryAfterMs: ms,
		});
	});

	test.each([undefined, '', 'soon', '-1'])(
		'is no 503 whose Retry-After says nothing: %p',
		(retryAfter) => {
			const reply = { statusCode: 503, headers: { 'retry-after': retryAfter }, body: '' };
			expect(outcomeOfReply(reply, false, now)).toEqual({ kind: 'unknown', reply });
		},
	);

	test.each([200, 400, 500, 502])('is not one of status %i, whatever its headers', (statusCode) => {
		const reply = { statusCode, headers: { 'retry-after': '1' }, body: { id: 1 } };
		expect(outcomeOfReply(reply, false, now).kind).not.toBe('throttled');
	});
});

test('gives the message of a delivered or failed one, and the whole answer otherwise', () => {
	const message = { id: 1, status: 'failed' };
	const reply = (statusCode: number) => ({ statusCode, headers: {}, body: message });
	expect(outcomeOfReply(reply(200), false, now)).toEqual({ kind: 'failed', reply: message });
	expect(outcomeOfReply(reply(422), false, now)).toEqual({ kind: 'refused', reply: reply(422) });
	expect(outcomeOfReply(reply(500), false, now)).toEqual({ kind: 'unknown', reply: reply(500) });
});

test.each([
	[{ code: 'ECONNREFUSED' }, 'refused'],
	[{ code: 'CERT_HAS_EXPIRED' }, 'refused'],
	[{ name: 'UserError' }, 'refused'],
	[new Error('something new'), 'unknown'],
	[{ code: 'ECONNRESET' }, 'unknown'],
	[{ code: 'ECONNABORTED' }, 'unknown'],
	[{ isAxiosError: true }, 'unknown'],
])('takes what was thrown, %j, for %s', (thrown, kind) => {
	expect(outcomeOfThrown(thrown)).toMatchObject({ kind, network: expect.anything() });
});
