import { redactor } from '../../../nodes/LiveDesk/failures/redact';
import { isWebPage, sayingOf } from '../../../nodes/LiveDesk/failures/saying';

const asItIs = (text: string) => text;

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
		[
			'what an error says within',
			{ error: { code: 'E_NO', message: 'not now' } },
			'code: E_NO; not now',
		],
		['a message alone', { success: false, message: 'no' }, 'no'],
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
