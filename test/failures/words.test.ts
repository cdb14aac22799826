import { isWebPage, quote, sayingOf } from '../../nodes/LiveDesk/failures/words';

test.each([
	['in one line', ' a\n\tb   c ', 'a b c'],
	['cut to what a person reads', 'x'.repeat(400), `${'x'.repeat(300)}…`],
	['whole where it is short', 'x'.repeat(300), 'x'.repeat(300)],
	['in any language', 'ข้อความ ผิดพลาด', 'ข้อความ ผิดพลาด'],
])('quotes a text %s', (_, text, quoted) => {
	expect(quote(text)).toBe(quoted);
});

test.each([
	['<!DOCTYPE html><p>', true],
	['\n <html lang="en">', true],
	['<HTML>', true],
	['<?xml version="1.0"?>', false],
	['{"a":"<html>"}', false],
	['a <html>', false],
	['', false],
	[{ html: true }, false],
	[null, false],
])('knows a web page: %j', (body, expected) => {
	expect(isWebPage(body)).toBe(expected);
});

test.each<[string, unknown, string]>([
	['error', { error: 'no' }, 'LiveDesk says: no'],
	['errors', { errors: ['no', 'never'] }, 'LiveDesk says: no; never'],
	[
		'message with attributes',
		{ message: 'invalid', attributes: ['content', 'id'] },
		'LiveDesk says: invalid (content, id)',
	],
	['several', { error: 'a', message: 'b', errors: ['c'] }, 'LiveDesk says: a; b; c'],
	['a plain text', 'Payload\n too large', 'LiveDesk says: Payload too large'],
])('tells what LiveDesk says in %s', (_, body, saying) => {
	expect(sayingOf(body)).toBe(saying);
});

test.each([
	undefined,
	null,
	'',
	{},
	[],
	7,
	{ error: { nested: 1 } },
	{ errors: [1, null] },
	'<html>no</html>',
])('tells nothing where LiveDesk says nothing: %j', (body) => {
	expect(sayingOf(body)).toBe('');
});
