import fc from 'fast-check';
import { redactor } from '../../../nodes/LiveDesk/failures/redact';

const KEY = 'key-12+34/56';
const SECRET = 'sécret "&<7>\' \\:=x';
const redact = redactor(KEY, SECRET);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const html = (text: string) =>
	text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
const entities = (text: string, hex: boolean) =>
	[...text]
		.map((sign) => {
			const code = sign.codePointAt(0) ?? 0;
			if (/[A-Za-z0-9]/.test(sign)) return sign;
			return hex ? `&#x${code.toString(16)};` : `&#${code};`;
		})
		.join('');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const ascii = (text: string) =>
	json(text).replace(
		/[^ -~]|[<>&']/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
const form = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);

const encodings: Array<[string, (text: string) => string]> = [
	['plain', (text) => text],
	['URL-encoded', encodeURIComponent],
	['URL-encoded in small letters', (text) => encodeURIComponent(text).toLowerCase()],
	['URL-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
	['as a form', form],
	['HTML-escaped', html],
	['HTML-escaped twice', (text) => html(html(text))],
	['in decimal entities', (text) => entities(text, false)],
	['in hexadecimal entities', (text) => entities(text, true)],
	['JSON-escaped', json],
	['JSON-escaped with slashes', (text) => json(text).replace(/\//g, '\\/')],
	['JSON-escaped twice', (text) => json(json(text))],
	['JSON-escaped to ASCII', ascii],
	['in base64', base64],
	['in base64 without padding', (text) => base64(text).replace(/=/g, '')],
	['in base64url', base64url],
	['in base64, URL-encoded', (text) => encodeURIComponent(base64(text))],
	['in base64, HTML-escaped', (text) => entities(base64(text), true)],
];

describe.each(encodings)('A text that echoes the credential %s', (name, encode) => {
	const lower = name.endsWith('small letters') ? (text: string) => text.toLowerCase() : String;
	const masked = lower === String ? redact : redactor(lower(KEY), lower(SECRET));

	test.each([
		['the key', KEY],
		['the secret', SECRET],
	])('loses %s', (_, value) => {
		expect(masked(`before <${encode(value)}> after`)).toBe('before <***> after');
	});

	test('loses key and secret together', () => {
		const clean = masked(`Basic ${encode(`${KEY}:${SECRET}`)}.`);
		expect(clean).toMatch(/^Basic \*\*\*\.$|^Basic \*\*\*(:|%3a|%253a|&#58;|&#x3a;)\*\*\*\.$/i);
	});
});

test('A key and a secret of any kind are taken out in any encoding', () => {
	const letters = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 24 });
	const usable = letters.filter((text) => text.trim().length >= 4 && !/\p{Cs}/u.test(text));
	fc.assert(
		fc.property(usable, fc.constantFrom(...encodings.slice(3)), (secret, [, encode]) => {
			const shown = encode(secret);
			const clean = redactor('an-ordinary-key', secret)(`(${shown})`);
			expect(clean).toBe('(***)');
		}),
		{ seed: 9, numRuns: 300 },
	);
});

describe('User and password in a URL', () => {
	test.each([
		['https://anna:pa55@host/x', 'https://***@host/x'],
		['see https://anna@host?x=1, then', 'see https://***@host?x=1, then'],
		['https%3A%2F%2Fanna%3Apa55@host', 'https%3A%2F%2F***@host'],
		['https:\\/\\/anna:pa55@host', 'https:\\/\\/***@host'],
		['//anna:p@ss@host', '//***@host'],
	])('are taken out: %s', (text, clean) => {
		expect(redact(text)).toBe(clean);
		expect(redactor(undefined, undefined)(text)).toBe(clean);
	});

	test.each(['https://host/@anna', 'https://host/?to=a@b.example', 'a@b.example', '////', '//@'])(
		'are not seen in %s',
		(text) => {
			expect(redact(text)).toBe(text);
		},
	);
});

describe('Redaction', () => {
	test('takes a secret literally, whatever signs are in it', () => {
		const secret = '$&.*+?^(x)[y]|\\1{2}';
		expect(redactor('key-123456', secret)(`<${secret}> $&`)).toBe('<***> $&');
	});

	test('leaves everything else as it is', () => {
		const text = 'key-1234 is not the key, $& neither; รหัส 100 % <b>';
		expect(redact(text)).toBe(text);
	});

	test('takes out each place, also of a value that was entered with spaces', () => {
		expect(redactor('key-123456', ' secret ')('secret, key-123456,secret')).toBe('***, ***,***');
	});

	test('knows a secret that contains the key', () => {
		expect(redactor('abcd', 'abcd-efgh')('abcd-efgh and abcd')).toBe('*** and ***');
	});

	test.each([
		['empty', '', ''],
		['short', 'a', 'e'],
		['missing', undefined, undefined],
		['no text', 7, {}],
	])('leaves words whole where a value is %s', (_, key, secret) => {
		expect(redactor(key, secret)('a sentence of words')).toBe('a sentence of words');
	});
});
