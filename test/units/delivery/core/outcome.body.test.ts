import {
	isId,
	outcomeOfReply,
	type Expected,
	type Outcome,
} from '../../../../nodes/LiveDesk/delivery/core/outcome';

const PAGE = '<!DOCTYPE html><html><title>502</title></html>';
const message: Expected = { isAnswer: ({ id }) => isId(id) };
const withoutBody: Expected = { ...message, answersEmpty: true };

const outcomeOf = (body: unknown, expected = message, statusCode = 200) =>
	outcomeOfReply({ statusCode, headers: {}, body }, expected, 0);

test.each<[unknown, Outcome['kind']]>([
	[{ id: 1, status: 'sent' }, 'delivered'],
	[{ id: 1 }, 'delivered'],
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
	[{ code: 300 }, 'refused'],
	[{ error: 'Conversation is closed' }, 'refused'],
	[{ error: { message: 'no' } }, 'refused'],
	[{ errors: ['no'] }, 'refused'],
	[{ success: false }, 'refused'],
	[{ id: null, error: 'no' }, 'refused'],
	[{ status: 'failed', code: 1 }, 'refused'],
	[{}, 'unknown'],
	[{ data: { id: 1 } }, 'unknown'],
	[{ id: null }, 'unknown'],
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
])('a 2xx with %j is %s', (body, kind) => {
	for (const statusCode of [200, 201, 202, 204, 299]) {
		expect(outcomeOf(body, message, statusCode).kind).toBe(kind);
	}
});

test.each([undefined, null, '', ' \n'])(
	'a 2xx with %j is delivered, without a body, where the endpoint may answer with none',
	(body) => {
		for (const statusCode of [200, 204]) {
			expect(outcomeOf(body, withoutBody, statusCode)).toEqual({ kind: 'delivered' });
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
	expect(outcomeOf(body, withoutBody).kind).toBe(kind);
});
