import { quote } from '../../../nodes/LiveDesk/failures/quote';
import { redactor } from '../../../nodes/LiveDesk/failures/redact';
import { isWebPage, sayingOf } from '../../../nodes/LiveDesk/failures/saying';
import { failed, reply, wordsOf, type Untold } from './subjects';

const asItIs = (text: string) => text;
const MEGABYTES = 50 * 1024 * 1024;

/** Notes how long the texts are that it has to work on. */
function measured() {
	const lengths: number[] = [];
	const redact = (text: string) => {
		lengths.push(text.length);
		return text;
	};
	return { redact, worked: () => lengths.reduce((sum, length) => sum + length, 0) };
}

function nested(levels: number): unknown {
	let value: unknown = 'deep';
	for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { error: value };
	return value;
}

const circular: Record<string, unknown> = { message: 'round' };
circular.error = circular;
circular.errors = [circular];
circular.attributes = [[circular]];

const huge = 'x'.repeat(MEGABYTES);
const many = Array.from({ length: 1_000_000 }, () => 'no');

describe('A response of any size', () => {
	test.each<[string, unknown]>([
		['a text of 50 MB', huge],
		['50 MB of spaces', ' '.repeat(MEGABYTES)],
		['50 MB within it', { error: huge, message: huge, errors: [huge, { [huge]: huge }] }],
		['50 MB as its code', { code: huge, attributes: [huge] }],
		['a million words', { errors: many, attributes: many }],
		['20,000 levels', { error: nested(20_000), attributes: nested(20_000) }],
		['20,000 levels of lists', nested(20_000)],
		['a circle', circular],
	])('is worked on only at its beginning: %s', (_, body) => {
		const endings: Untold[] = [
			{ kind: 'refused', reply: reply(422, body) },
			{ kind: 'refused', reply: reply(302, '', { location: body }) },
			{ kind: 'unknown', reply: reply(500, body) },
			{ kind: 'throttled', reply: reply(429, body) },
			{ ...failed(body), retry: { kind: 'refused', reply: reply(422, body) } },
			failed('131047: x', body),
			{ kind: 'failed', body: { content_attributes: body } },
			{ kind: 'refused', cause: { kind: 'blocked', reason: String(huge), code: huge } },
		];
		for (const ending of endings) {
			const { redact, worked } = measured();
			const { message, description } = wordsOf(ending, { redact });
			expect(worked()).toBeLessThan(1_000_000);
			expect(message.length).toBeLessThan(100);
			expect(description.length).toBeLessThan(1_500);
		}
	});

	test('is quoted where it speaks, however it goes on', () => {
		expect(sayingOf({ error: 'no', errors: nested(20_000) }, asItIs)).toBe('LiveDesk says: no');
		expect(sayingOf(circular, asItIs)).toMatch(/^LiveDesk says: .*round/);
		expect(sayingOf({ errors: many }, asItIs)).toBe('LiveDesk says: no');
	});
});

describe('A quote', () => {
	test.each([
		['stands in one line', ' a\n\tb   c\u0000d ', 'a b c d'],
		['does not turn the text around it', 'a\u202Eb', 'a b'],
		['is cut to what a person reads', 'x'.repeat(400), `${'x'.repeat(300)}…`],
		['is whole where it is short', 'x'.repeat(300), 'x'.repeat(300)],
		['is in any language', 'ข้อความ ผิดพลาด', 'ข้อความ ผิดพลาด'],
		['cuts no character in half', `${'x'.repeat(299)}😀 and so on`, `${'x'.repeat(299)}…`],
		['says that a long text goes on', `a${' '.repeat(10_000)}b`, 'a…'],
		['is empty for spaces', ' '.repeat(10_000), ''],
	])('%s', (_, text, quoted) => {
		expect(quote(text, asItIs)).toBe(quoted);
	});

	test('has the length that is asked for', () => {
		expect(quote('x'.repeat(100), asItIs, 10)).toBe(`${'x'.repeat(10)}…`);
	});

	test('shows no part of a secret, wherever in a long text it stands', () => {
		const value = 'The-Secret+0123456789/abcdef';
		const redact = redactor('the-key', value);
		for (let before = 0; before < 8_000; before += 7) {
			// Spaces, since these are folded: so the end of the text worked on comes into view.
			for (const fill of [' ', 'x']) {
				const text = `${fill.repeat(before)}${encodeURIComponent(value)}${fill.repeat(9_000)}`;
				expect(quote(text, redact)).not.toContain('The-');
			}
		}
	});
});

describe('What LiveDesk says', () => {
	test.each<[string, unknown, string]>([
		['error', { error: 'no' }, 'no'],
		['errors', { errors: ['no', 'never'] }, 'no; never'],
		[
			'errors by field',
			{ errors: { email: ['is taken', 'is odd'] } },
			'email: is taken; email: is odd',
		],
		['attributes', { message: 'invalid', attributes: ['content', 'id'] }, 'invalid (content, id)'],
		['several', { error: 'a', message: 'b', errors: ['c'] }, 'a; b; c'],
		['the same twice', { error: 'a', message: 'a' }, 'a'],
		['a code', { code: 40001, message: 'invalid' }, 'invalid (code 40001)'],
		['a code that is a text', { code: 'E_X' }, '(code E_X)'],
		['the code of a success', { code: 0, message: 'odd' }, 'odd'],
		['a plain text', 'Payload\n too large', 'Payload too large'],
	])('is quoted with %s', (_, body, said) => {
		expect(sayingOf(body, asItIs)).toBe(`LiveDesk says: ${said}`);
	});

	test.each([undefined, null, '', ' ', {}, [], 7, { error: 7 }, { errors: [1, null] }, '<html>no'])(
		'is nothing in %j',
		(body) => {
			expect(sayingOf(body, asItIs)).toBe('');
		},
	);

	test('shows nothing of the secret, in a name or a text', () => {
		const redact = redactor('key-123', 'secret-123');
		const body = { errors: { 'secret-123': ['is key-123'] }, attributes: ['key-123'] };
		expect(sayingOf(body, redact)).toBe('LiveDesk says: ***: is *** (***)');
	});

	test.each([
		['<!DOCTYPE html><p>', true],
		['\n <html lang="en">', true],
		['<HTML>', true],
		['<head><title>413</title></head>', true],
		['<?xml version="1.0"?>', false],
		['{"a":"<html>"}', false],
		['a <html>', false],
		['<htmlx>', false],
		['', false],
		[{ html: true }, false],
		[null, false],
	])('is known for a web page or for none: %j', (body, expected) => {
		expect(isWebPage(body)).toBe(expected);
	});
});

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
			const ending: Untold = { kind: 'refused', reply: reply(422, { error: `no ${secret}` }) };
			expect(wordsOf(ending, { redact })).toEqual({
				message: 'LiveDesk did not accept the message',
				description: 'Correct what LiveDesk names, then run the node again. LiveDesk says: no ***',
				httpCode: '422',
			});
		},
	);
});
