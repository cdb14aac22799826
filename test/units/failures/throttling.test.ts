import { about, page, reply, wordsOf } from './subjects';

describe('Throttling', () => {
	test('says how long LiveDesk asked to wait, and what to do', () => {
		const ending = {
			kind: 'throttled' as const,
			reply: reply(429, { error: 'slow down' }),
			retryAfterMs: 120_000,
		};
		expect(wordsOf(ending)).toEqual({
			message: "LiveDesk's rate limit was reached",
			description:
				"The message was not sent. LiveDesk asked to wait 2 minutes: try again after that. To let the node wait longer by itself, raise 'Rate Limit Wait (Seconds)' under 'Options'. To stay below the limit, set 'Messages per Minute' there. LiveDesk says: slow down",
			httpCode: '429',
		});
		expect(wordsOf(ending, about('contact created')).description).toBe(
			"The contact was not created. LiveDesk asked to wait 2 minutes: try again after that. To let the node wait longer by itself, raise 'Rate Limit Wait (Seconds)' under 'Options'. LiveDesk says: slow down",
		);
	});

	test('with 503 is no rate limit', () => {
		const words = wordsOf({ kind: 'throttled', reply: reply(503, page), retryAfterMs: 1_000 });
		expect(words).toEqual({
			message: 'LiveDesk is busy or not available at the moment',
			description:
				"The message was not sent. LiveDesk asked to wait 1 second: try again after that. To let the node wait longer by itself, raise 'Rate Limit Wait (Seconds)' under 'Options'.",
			httpCode: '503',
		});
	});

	test('without a request says that LiveDesk had asked to wait', () => {
		expect(wordsOf({ kind: 'throttled', retryAfterMs: 45_500 })).toEqual({
			message: 'LiveDesk had asked to wait: the message was not sent',
			description:
				"LiveDesk asked to wait 46 seconds: try again after that. To let the node wait longer by itself, raise 'Rate Limit Wait (Seconds)' under 'Options'.",
		});
	});

	test('that names no time says so', () => {
		expect(wordsOf({ kind: 'throttled', reply: reply(429) }).description).toContain(
			'LiveDesk did not say how long to wait: try again in a few minutes.',
		);
	});
});
