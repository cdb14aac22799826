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

describe('a 2xx with any body', () => {
	test('is delivered or failed exactly where it is what was asked for', () => {
		holds(({ kind }, { body: said }, answersEmpty) => {
			const isDone = isAnswer(said) || (answersEmpty && isBlank(said));
			return isDone === (kind === 'delivered' || kind === 'failed');
		});
	});

	test('is failed exactly where what was asked for has that status', () => {
		holds(({ kind }, { body: said }) => {
			const status = isAnswer(said) && isObject(said) ? said.status : undefined;
			return (kind === 'failed') === /^failed$/i.test(typeof status === 'string' ? status : '');
		});
	});

	test('never throttles', () => {
		holds(({ kind }) => kind !== 'throttled');
	});

	test('gives the body where it was asked for, else the whole response', () => {
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
