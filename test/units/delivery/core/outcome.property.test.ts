import fc from 'fast-check';
import {
	isId,
	isObject,
	outcomeOfReply,
	type Expected,
	type Outcome,
} from '../../../../nodes/LiveDesk/delivery/core/outcome';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
const message = (answersEmpty: boolean): Expected => ({
	isAnswer: ({ id }) => isId(id),
	answersEmpty,
});

/** Values that come close to what the API says, among any others. */
const value = fc.oneof(
	fc.constantFrom('', ' ', '0', '40001', 'failed', 'FAILED', 'no', 0, 1, 40001, true, false, null),
	fc.constantFrom({}, [], ['no'], { id: 1 }, { message: 'no' }, undefined),
	fc.jsonValue({ maxDepth: 1 }),
);
const near = fc
	.record(
		{
			id: value,
			status: value,
			code: value,
			error: value,
			errors: value,
			success: value,
			message: value,
			payload: value,
		},
		{ requiredKeys: [] },
	)
	.map((body): unknown => body);
const body = fc.oneof(
	{ weight: 6, arbitrary: near },
	{ weight: 1, arbitrary: fc.array(near, { maxLength: 2 }).map((each): unknown => each) },
	{ weight: 2, arbitrary: value },
	{ weight: 1, arbitrary: fc.string() },
);
const headers = fc.constantFrom({}, { 'retry-after': '5' }, { 'retry-after': 'soon' });
const of2xx = fc.record({ statusCode: fc.integer({ min: 200, max: 299 }), headers, body });

/** Whether a body says no, in other words than the code's. */
function saysNo(said: unknown): boolean {
	if (!isObject(said)) return false;
	const { code, error, errors, success } = said;
	const nothing = ['', 'null', 'false', '0', '{}', '[]', 'undefined'];
	const text = (each: unknown) =>
		typeof each === 'string' ? each.trim() : String(JSON.stringify(each));
	const isTold = (each: unknown) =>
		typeof each === 'string' ? text(each) !== '' : !nothing.includes(text(each));
	const isCode = typeof code === 'number' || (typeof code === 'string' && code.trim() !== '');
	return isTold(error) || isTold(errors) || success === false || (isCode && Number(code) !== 0);
}

function holds(
	check: (outcome: Outcome, reply: { body: unknown }, answersEmpty: boolean) => boolean,
) {
	fc.assert(
		fc.property(of2xx, fc.boolean(), (reply, answersEmpty) =>
			check(outcomeOfReply(reply, message(answersEmpty), now), reply, answersEmpty),
		),
		{ numRuns: 1_000 },
	);
}

const isAnswer = (said: unknown) => isObject(said) && isId(said.id);
const isBlank = (said: unknown) => (typeof said === 'string' ? said.trim() === '' : said == null);

describe('whatever body comes with a 2xx', () => {
	test('it is delivered or failed exactly where it is what was asked for', () => {
		holds(({ kind }, { body: said }, answersEmpty) => {
			const isDone = isAnswer(said) || (answersEmpty && isBlank(said));
			return isDone === (kind === 'delivered' || kind === 'failed');
		});
	});

	test('it is failed exactly where an answer has that status', () => {
		holds(({ kind }, { body: said }) => {
			const status = isAnswer(said) && isObject(said) ? said.status : undefined;
			return (kind === 'failed') === /^failed$/i.test(typeof status === 'string' ? status : '');
		});
	});

	test('it is refused only where it says no and is not what was asked for', () => {
		holds(({ kind }, { body: said }) => kind !== 'refused' || (!isAnswer(said) && saysNo(said)));
	});

	test.each([40_001, '40001', 1, -1, 500])('it is refused with the code %p', (code) => {
		const reply = { statusCode: 200, headers: {}, body: { code, message: 'x' } };
		expect(outcomeOfReply(reply, message(false), now).kind).toBe('refused');
	});

	test.each([0, '0', 200, '201', 'OK', null, ''])('nobody knows with the code %p', (code) => {
		const reply = { statusCode: 200, headers: {}, body: { code, message: 'x' } };
		expect(outcomeOfReply(reply, message(false), now).kind).toBe('unknown');
	});

	test('it never throttles', () => {
		holds(({ kind }) => kind !== 'throttled');
	});

	test('the body is given where it was asked for, else the whole response', () => {
		holds((outcome, reply) =>
			outcome.kind === 'delivered' || outcome.kind === 'failed'
				? outcome.body === reply.body || (outcome.body === undefined && isBlank(reply.body))
				: outcome.reply === reply,
		);
	});
});

test('no other status is ever delivered or failed, and none but a 3xx or 4xx is refused', () => {
	const other = fc.record({ statusCode: fc.integer({ min: 300, max: 599 }), headers, body });
	fc.assert(
		fc.property(other, fc.boolean(), (reply, answersEmpty) => {
			const { kind } = outcomeOfReply(reply, message(answersEmpty), now);
			const { statusCode } = reply;
			if (statusCode === 429) return kind === 'throttled';
			if (statusCode < 500) return kind === 'refused';
			const isAsked = statusCode === 503 && JSON.stringify(reply.headers).includes('"5"');
			return kind === (isAsked ? 'throttled' : 'unknown');
		}),
		{ numRuns: 1_000 },
	);
});
