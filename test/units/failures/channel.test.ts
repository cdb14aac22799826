import { whatsappCode } from '../../../nodes/LiveDesk/failures/whatsappCodes';
import { failed, page, reply, wordsOf } from './subjects';

describe('A message that the channel did not deliver', () => {
	test.each([
		['131047: Re-engagement message is not allowed', 131047],
		['131047: A title that Meta has changed', 131047],
		['131047:', 131047],
		['131047', 131047],
		[131047, 131047],
		['  131049 : Not delivered', 131049],
		['210: API Permission', 210],
		['0: AuthException', 0],
	])('is told by its code, whatever the title: %s', (externalError, code) => {
		const words = wordsOf(failed(externalError));
		expect(words).toMatchObject({ code, message: whatsappCode(code)?.message });
		expect(words.description).toContain(whatsappCode(code)?.advice);
	});

	test.each([
		['a code that is not known', '199999: Something new', 199999],
		['a title alone, even a known one', 'Re-engagement message', undefined],
		['a text that begins with a number', '3 attempts were made', undefined],
		['a code that stands further on', 'Code 131047: x', undefined],
		['a number too long for a code', `${'1'.repeat(400)}: x`, undefined],
	])('is told in plain words for %s', (_, externalError, code) => {
		const words = wordsOf(failed(externalError));
		expect(words.message).toBe('The channel did not deliver the message');
		expect(words.code).toBe(code);
		expect(words.description).toContain('Look at the message in LiveDesk');
		expect(words.description).toContain(`The channel says: ${externalError.slice(0, 300)}`);
	});

	test.each([
		[
			'131016: Service unavailable',
			'Wait a few minutes. The Retry operation can then help: LiveDesk queues the message again. Message ID: 123. The channel says: 131016: Service unavailable',
		],
		[
			'131049: x',
			'Wait at least 24 hours: sooner only repeats this. The Retry operation can help after a day or more, not sooner. Message ID: 123. The channel says: 131049: x',
		],
		[
			'132005: x',
			'Shorten the values. Retrying the message does not help before that. Message ID: 123. The channel says: 132005: x',
		],
		[
			'131050: x',
			'Stop sending marketing messages to this person. Retrying the message does not help. Message ID: 123. The channel says: 131050: x',
		],
	])('says whether a retry can help: %s', (externalError, description) => {
		expect(wordsOf(failed(externalError, 123)).description).toBe(description);
	});

	test.each([
		['no attributes', { id: 1, status: 'failed' }],
		['attributes that are none', { id: 1, status: 'failed', content_attributes: null }],
		['attributes without a reason', { id: 1, status: 'failed', content_attributes: {} }],
		['no reason', failed(undefined, 1).body],
		['a reason of null', failed(null, 1).body],
		['a reason that is no text', failed(['131047'], 1).body],
	])('does without a reason: %s', (_, body) => {
		expect(wordsOf({ kind: 'failed', body })).toEqual({
			message: 'The channel did not deliver the message',
			description:
				'Look at the message in LiveDesk for the reason. The Retry operation can then help: LiveDesk queues the message again. Message ID: 1.',
		});
	});

	test.each<[unknown]>([[undefined], [null], [{}], [{ toString: [] }], [Number.NaN], [' ']])(
		'names no ID where LiveDesk gave none: %p',
		(id) => {
			expect(wordsOf(failed('131016: x', id)).description).not.toContain('Message ID');
		},
	);

	test('is named by the ID of an earlier try', () => {
		const description = wordsOf({ ...failed('131016: x'), messageId: 9 }).description;
		expect(description).toContain('Message ID: 9.');
	});
});

describe('A message whose retry LiveDesk refused', () => {
	test.each([
		[
			'in its words',
			{ kind: 'refused' as const, reply: reply(422, { error: 'Message is not failed' }) },
			'LiveDesk refused to retry it: LiveDesk did not accept the retry. Correct what LiveDesk names, then run the node again. LiveDesk says: Message is not failed',
		],
		[
			'where it knows no such message',
			{ kind: 'refused' as const, reply: reply(404, { error: 'Resource could not be found' }) },
			'LiveDesk refused to retry it: LiveDesk does not know this message. Not found: message 123 in conversation 141. Check the ID of the message, and that the API key belongs to the same project. LiveDesk says: Resource could not be found',
		],
		[
			'with a web page',
			{ kind: 'refused' as const, reply: reply(400, page) },
			"LiveDesk refused to retry it: A web page answered instead of LiveDesk's API. Check 'Base URL' in the LiveDesk credential. The page came with HTTP 400.",
		],
		[
			'where it could not be reached',
			{ kind: 'refused' as const, cause: { kind: 'unreachable' as const, code: 'ENOTFOUND' } },
			"LiveDesk could not be asked to retry it: The host name of LiveDesk could not be found. The message was not retried. Check 'Base URL' in the LiveDesk credential. (ENOTFOUND)",
		],
	])("has the channel's reason first, then LiveDesk's: %s", (_, retry, told) => {
		expect(wordsOf({ ...failed('131016: x', 123), retry })).toEqual({
			message: 'A WhatsApp service is not available at the moment',
			description: `Wait a few minutes. Message ID: 123. The channel says: 131016: x. ${told}`,
			code: 131016,
		});
	});
});
