import { redactor } from '../../../nodes/LiveDesk/failures/redact';
import { reply, wordsOf } from './subjects';

describe('A redirect with a password in it', () => {
	test('is told without', () => {
		const location = 'https://anna:pa55@example.com/login?k=key-123';
		const { description } = wordsOf(
			{ kind: 'refused', reply: reply(302, '', { location }) },
			{ redact: redactor('key-123', 'secret-123') },
		);
		expect(description).toContain('other URL: https://***@example.com/login?k=***. Check');
	});
});

describe('A secret that is a word of ours', () => {
	test.each(['refused', 'unknown', 'failed', 'throttled', 'invalid', 'message', 'kind'])(
		'changes nothing but quoted text: %s',
		(secret) => {
			const redact = redactor(secret, secret);
			const ending = { kind: 'refused' as const, reply: reply(422, { error: `no ${secret}` }) };
			expect(wordsOf(ending, { redact })).toEqual({
				message: 'LiveDesk did not accept the message',
				description: 'Correct what LiveDesk names, then run the node again. LiveDesk says: no ***',
				httpCode: '422',
			});
		},
	);
});
