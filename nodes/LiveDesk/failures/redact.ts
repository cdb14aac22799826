/** Takes what must not be shown out of a text. */
export type Redact = (text: string) => string;

/** Shorter values would mask ordinary words, and are no secrets. */
const SHORTEST_SECRET = 4;
const MASK = '***';

/** User and password in a URL, its slashes as they are, URL-encoded or escaped as in JSON. */
const USER_INFO = /((?:\\?\/|%2f){2})[^\s/?#"<>@]+(?:@[^\s/?#"<>@]*)*@/gi;

/** Names that HTML has for signs. */
const ENTITIES: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
	'+': 'plus',
	'/': 'sol',
	':': 'colon',
	'=': 'equals',
};

/** base64url has other signs for these two. */
const BASE64URL: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/**
 * To be used before a text is cut or its spaces are folded, which would hide a secret from it.
 *
 * @param key the credential's key, if it could be read
 * @param secret the credential's secret, if it could be read
 * @returns a function that takes both out of a text, since a response may echo them: plain, URL-encoded, escaped as in
 * HTML or JSON, and in base64 (also base64url, unpadded), alone or as `key:secret`. It takes out the user and password
 * of any URL as well.
 */
export function redactor(key: unknown, secret: unknown): Redact {
	const plain = [key, secret].filter(isSecret).flatMap((value) => [value, value.trim()]);
	const pair = isText(key) && isText(secret) ? [`${key}:${secret}`] : [];
	const patterns = [
		...plain.map((text) => ({ text, pattern: patternOf(text) })),
		...[...plain, ...pair].map(base64).map((text) => ({ text, pattern: base64Pattern(text) })),
	].sort((a, b) => b.text.length - a.text.length);
	const alternatives = [...new Set(patterns.map(({ pattern }) => pattern))].join('|');
	const secrets = alternatives === '' ? undefined : new RegExp(alternatives, 'gu');
	return (text) => {
		const masked = secrets ? text.replace(secrets, MASK) : text;
		return masked.replace(USER_INFO, `$1${MASK}@`);
	};
}

/** @returns a copy of data that JSON can hold, without secrets in its texts; what is undefined is left out */
export const redacted = <T>(data: T, redact: Redact): T =>
	JSON.parse(JSON.stringify(data), (_, value: unknown) =>
		typeof value === 'string' ? redact(value) : value,
	) as T;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isSecret = (value: unknown): value is string =>
	isText(value) && value.trim().length >= SHORTEST_SECRET;

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

const base64Pattern = (text: string) =>
	`${[...text].map((sign) => signPattern(sign, BASE64URL[sign])).join('')}(?:${signPattern('=')})*`;

const patternOf = (text: string) => [...text].map((sign) => signPattern(sign)).join('');

/** @returns a pattern for all ways in which a sign may be written; letters and digits are always as they are */
function signPattern(sign: string, other?: string): string {
	if (/[A-Za-z0-9]/.test(sign)) return sign;
	const codePoint = sign.codePointAt(0) ?? 0;
	const units = sign.split('').map((unit) => `\\\\+u${hex(unit.charCodeAt(0), 4)}`);
	const bytes = [...Buffer.from(sign)].map((byte) => `%(?:25)*${hex(byte, 2)}`);
	const ways = [
		bytes.join(''),
		units.join(''),
		`&(?:amp;)*#0*${codePoint};`,
		`&(?:amp;)*#[xX]0*${hex(codePoint, 1)};`,
		...(sign in ENTITIES ? [`&(?:amp;)*${ENTITIES[sign]};`] : []),
		...(sign === ' ' ? ['\\+'] : []),
		...(other === undefined ? [] : [literal(other)]),
		// Last, since other ways may begin with it. Before a quote, a backslash or a slash JSON puts a backslash, and JSON
		// in JSON more of them.
		`\\\\{0,3}${literal(sign)}`,
	];
	return `(?:${ways.join('|')})`;
}

/** A sign as a pattern that means nothing but itself. */
const literal = (sign: string) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;

/** A number in hexadecimal digits of either case. */
const hex = (value: number, digits: number) =>
	value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
