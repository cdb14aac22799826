import fc from 'fast-check';
import type { Response } from '../../../account/api';
import type { Answer } from '../../../account/node';

/** What belongs to somebody: every text has this mark in it, and every number these digits. */
export const MARK = '«Ann»';
export const DIGITS = '70000';

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

/** A response of the API, of whatever kind. */
export const response: fc.Arbitrary<Response> = fc.record({
	status: fc.constantFrom(200, 200, 200, 201, 404, 422, 500),
	kind: fc.constantFrom('JSON', 'JSON', 'JSON', 'web page', 'text', 'nothing'),
	body: fc.oneof(body, value),
	headers: fc.array(fc.tuple(header, text), { maxLength: 4 }),
	at: fc.constant(1_700_000_000_000),
});

/** What the node makes of a note. */
export const answer: fc.Arbitrary<Answer> = fc.oneof(
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
