import fc from 'fast-check';
import {
	isId,
	isObject,
	outcomeOfReply,
	type Expected,
	type Outcome,
	type Reply,
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
const of2xx = fc.integer({ min: 200, max: 299 });

function holds(
	check: (outcome: Outcome, reply: Reply, answersEmpty: boolean) => boolean,
	statusCode: fc.Arbitrary<number> = of2xx,
) {
	const reply = fc.record({ statusCode, headers, body });
	fc.assert(
		fc.property(reply, fc.boolean(), (given, answersEmpty) =>
			check(outcomeOfReply(given, message(answersEmpty), now), given, answersEmpty),
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

describe('any other status, whatever comes with it,', () => {
	test.each<[Outcome['kind'], number[]]>([
		['refused', [300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 409, 413, 415, 422, 428, 499]],
		['throttled', [429]],
		['unknown', [500, 501, 502, 504, 520, 599]],
	])('is %s: %j', (kind, statuses) => {
		holds(
			(outcome, reply) => outcome.kind === kind && 'reply' in outcome && outcome.reply === reply,
			fc.constantFrom(...statuses),
		);
	});

	test('is throttled where a 503 says when to come again, else unknown: 503', () => {
		holds(({ kind }, reply) => {
			const isTold = reply.headers['retry-after'] === '5';
			return kind === (isTold ? 'throttled' : 'unknown');
		}, fc.constant(503));
	});
});
