import { explainChannel } from '../../nodes/LiveDesk/failures/explainChannel';
import { whatsappCode } from '../../nodes/LiveDesk/failures/whatsappCodes';

const failed = (externalError: unknown, id: unknown = 123) => ({
	id,
	status: 'failed',
	content_attributes: { external_error: externalError },
});

test.each([
	['131047: Re-engagement message is not allowed', 131047],
	['131047: A title that Meta has changed', 131047],
	['131047:', 131047],
	['131047', 131047],
	['  131049 : Not delivered', 131049],
	['210: API Permission', 210],
	['0: AuthException', 0],
])('goes by the code, whatever the title: %s', (externalError, code) => {
	const words = explainChannel(failed(externalError));
	expect(words).toMatchObject({ code, message: whatsappCode(code)?.message });
	expect(words.description).toContain(whatsappCode(code)?.advice);
});

test.each([
	['a code that is not known', '199999: Something new', 199999],
	['a title alone, even a known one', 'Re-engagement message', undefined],
	['a text that begins with a number', '3 attempts were made', undefined],
	['a code that stands further on', 'Code 131047: x', undefined],
])('falls back to plain words for %s', (_, externalError, code) => {
	const words = explainChannel(failed(externalError));
	expect(words.message).toBe('The channel did not deliver the message');
	expect(words.code).toBe(code);
	expect(words.description).toContain('Look at the message in LiveDesk');
	expect(words.description).toContain(externalError);
});

test('tells the ID, so that the message can be retried, and what the channel said', () => {
	expect(explainChannel(failed('131016: Service unavailable')).description).toBe(
		'Wait and send the message again. Sending it again later can help, with the Retry operation. Message ID: 123. The channel says: 131016: Service unavailable',
	);
});

test.each([
	['131016: x', /Sending it again later can help, with the Retry operation/],
	['132000: x', /Sending the same again does not help before that/],
	['131050: x', /Sending the same again does not help\./],
])('says whether sending again can help: %s', (externalError, advice) => {
	expect(explainChannel(failed(externalError)).description).toMatch(advice);
});

test.each([
	['no attributes', { id: 1, status: 'failed' }],
	['attributes that are none', { id: 1, status: 'failed', content_attributes: null }],
	['attributes without a reason', { id: 1, status: 'failed', content_attributes: {} }],
	['no reason', failed(undefined, 1)],
	['a reason of null', failed(null, 1)],
])('does without a reason: %s', (_, reply) => {
	expect(explainChannel(reply)).toEqual({
		message: 'The channel did not deliver the message',
		description:
			'Look at the message in LiveDesk for the reason. Sending it again later can help, with the Retry operation. Message ID: 1.',
	});
});

test.each([undefined, null])('tells no ID where LiveDesk gave none: %p', (id) => {
	const reply = { ...failed('131016: x'), id };
	expect(explainChannel(reply).description).not.toContain('Message ID');
});

test.each([[{ toString: [] }], [['131047']], [true]])(
	'takes nothing for words that is no text: %j',
	(odd) => {
		expect(explainChannel(failed(odd, odd))).toEqual({
			message: 'The channel did not deliver the message',
			description:
				'Look at the message in LiveDesk for the reason. Sending it again later can help, with the Retry operation.',
		});
	},
);
