import fc from 'fast-check';
import { accountOf } from '../../account/account';
import type { Response } from '../../account/api';
import { EarlyEnd } from '../../account/end';
import type { Answer } from '../../account/node';
import { reportOf } from '../../account/report/json';
import { runChecks } from '../../account/run';
import { checking } from './support/checking';

/** What belongs to somebody: every text has this mark in it, and every number these digits. */
const MARK = '«Ann»';
const DIGITS = '70000';

const text = fc.oneof(
	fc.string().map((rest) => `${MARK}${rest}`),
	fc.constant(`https://desk.example.com/conversations/${DIGITS}1/${MARK}`),
	fc.constant(`+${DIGITS}123456`),
);
const number = fc.integer({ min: 7_000_000_000, max: 7_000_099_999 });
const leaf = fc.oneof(text, number, fc.constant(null), fc.boolean(), fc.constant('sent'));

/** Names that LiveDesk is known to use, and names of anybody's making. */
const name = fc.oneof(
	fc.constantFrom(
		'id',
		'content',
		'status',
		'content_attributes',
		'in_reply_to',
		'created_at',
		'sender',
		'private',
		'attachments',
		'file_type',
		'data_url',
		'payload',
		'meta',
		'current_page',
		'count',
		'name',
		'email',
		'phone_number',
		'contact_inboxes',
		'custom_attributes',
		'error',
		'errors',
		'message',
		'attributes',
		'success',
		'current_status',
	),
	text,
);
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		leaf,
		fc.array(tie('value'), { maxLength: 17 }),
		fc.dictionary(name, tie('value'), { maxKeys: 12 }),
	),
}));

const object = fc.dictionary(name, value, { maxKeys: 14 });
/** A good enough reply, so that the checks get as far as they can. */
const body = fc
	.tuple(object, fc.array(object, { maxLength: 17 }), fc.boolean(), fc.boolean())
	.map(([rest, payload, hasPayload, hasId]) => ({
		...rest,
		...(hasPayload && { payload }),
		...(hasId && { id: 7_000_012_345, private: true }),
	}));

const header = fc.oneof(
	fc.constant('date'),
	fc.constant('retry-after'),
	text.map((rest) => `x-ratelimit-limit-${rest}`),
	text.map((rest) => `ratelimit-${rest}`),
	text,
);

const response: fc.Arbitrary<Response> = fc.record({
	status: fc.constantFrom(200, 200, 200, 201, 404, 422, 500),
	kind: fc.constantFrom('JSON', 'JSON', 'JSON', 'web page', 'text', 'nothing'),
	body: fc.oneof(body, value),
	headers: fc.array(fc.tuple(header, text), { maxLength: 4 }),
	at: fc.constant(1_700_000_000_000),
});

const answer: fc.Arbitrary<Answer> = fc.oneof(
	{ weight: 4, arbitrary: body.map((message) => ({ kind: 'message' as const, message })) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('error' as const),
			outcome: fc.constantFrom('refused', 'unknown', 'throttled'),
			httpCode: fc.constantFrom('422', '500'),
			words: text,
		}),
	},
);

const nobody = { begin: () => {}, end: () => {} };
const SECRETS = [MARK, JSON.stringify(MARK).slice(1, -1), DIGITS, 'desk.example.com'];

const first: Response = { status: 200, kind: 'JSON', body: { payload: [] }, headers: [], at: 0 };

describe('The report of a check', () => {
	it('holds nothing that LiveDesk sent, whatever that is', async () => {
		let told = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(response, { minLength: 16, maxLength: 16 }),
				fc.array(answer, { minLength: 4, maxLength: 4 }),
				async (responses, answers) => {
					const left = [first, ...responses];
					const notes = [...answers];
					const seen: Response[] = [];
					const account = accountOf({
						conversation: `${DIGITS}1`,
						status: 'open',
						api: {
							responses: seen,
							async request() {
								const next = left.shift() ?? first;
								seen.push(next);
								return await Promise.resolve(next);
							},
						},
						node: async () =>
							await Promise.resolve({
								note: async () => await Promise.resolve(notes.shift() ?? answers[0]),
							}),
					});
					const results = await runChecks(account, nobody, new AbortController().signal).catch(
						(error: unknown) => {
							if (error instanceof EarlyEnd) return [];
							throw error;
						},
					);
					told += results.filter(({ outcome }) => outcome !== 'not told').length;
					const circumstances = { version: '1.2.3', isDefaultBaseUrl: false, exitCode: 1 };
					const report = JSON.stringify(reportOf(results, account, circumstances));
					for (const secret of SECRETS) expect(report).not.toContain(secret);
				},
			),
			{ numRuns: 80 },
		);
		expect(told).toBeGreaterThan(800);
	}, 60_000);
});

describe('The report of a real check', () => {
	const context = checking();

	it('holds neither key nor secret, nor what the conversation and the contacts are', async () => {
		const { report } = await context.check({}, '--status=open');

		const text = JSON.stringify(report);
		const { apiKey, apiSecret } = context.sandbox;
		const contacts = context.sandbox.contacts();
		const messages = context.sandbox.messages(141);
		const personal = [
			...contacts.flatMap(({ name, email, phone_number }) => [name, email, phone_number]),
			...messages.flatMap(({ id, content, attachments = [] }) => [
				String(id),
				content,
				...attachments.map(({ data_url: url }) => url),
			]),
			...[apiKey, apiSecret, Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')],
			...['127.0.0.1', '"141"', ':141', 'TEST', 'Check of n8n'],
		].filter((value): value is string => typeof value === 'string' && value !== '');
		expect(personal.length).toBeGreaterThan(60);
		for (const value of personal) expect(text).not.toContain(value);
	});
});
