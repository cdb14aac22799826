import { quote, quoteId } from './quote';
import type { Redact } from './redact';

/** How many texts of a response are read, and how deep down they may be. */
const MOST_TEXTS = 10;
const DEEPEST = 3;

/** @returns whether a response is a web page, as gateways, firewalls and wrong URLs give */
export const isWebPage = (body: unknown): boolean =>
	typeof body === 'string' && /^\s*<(!doctype|html|head|body)\b/i.test(body.slice(0, 1_000));

/**
 * What LiveDesk says in a refusal. Its documentation names no shape; these are Chatwoot's, which LiveDesk comes from
 * (`error`, `errors`, or `message` with `attributes`), and EngageLab's (`code` and `message`). Source: [C], [D].
 *
 * @param body of any size and shape: only its beginning is looked at
 * @returns a sentence for a description; empty where the response says nothing
 */
export function sayingOf(body: unknown, redact: Redact): string {
	const said = quote(textOf(body, redact), (text) => text);
	return said === '' ? '' : `LiveDesk says: ${said}`;
}

function textOf(body: unknown, redact: Redact): string {
	if (typeof body === 'string') return isWebPage(body) ? '' : quote(body, redact);
	if (typeof body !== 'object' || body === null) return '';
	const { error, message, errors, attributes, code } = body as Record<string, unknown>;
	const texts = [error, message, errors].flatMap((part) => first(textsIn(part, redact)));
	const fields = Array.isArray(attributes) ? first(textsIn(attributes, redact)) : [];
	const number = Number(code) === 0 ? '' : quoteId(code, redact);
	const details = [fields.join(', '), number && `code ${number}`].filter(Boolean);
	const said = [...new Set(texts)].join('; ');
	return `${said}${details.map((detail) => ` (${detail})`).join('')}`.trim();
}

/** The texts within a value, each after the name of its field: `errors` may be `{ email: ["is taken"] }`. */
function* textsIn(value: unknown, redact: Redact, depth = 0): Generator<string> {
	if (typeof value === 'string') {
		const text = quote(value, redact);
		if (text !== '') yield text;
	} else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
		for (const [name, part] of entriesOf(value)) {
			for (const text of textsIn(part, redact, depth + 1)) {
				yield name === 'message' ? text : `${name && `${quoteId(name, redact)}: `}${text}`;
			}
		}
	}
}

/** The first few parts of a list or object, those of a list without a name. */
function* entriesOf(value: object): Generator<[name: string, part: unknown]> {
	if (Array.isArray(value)) {
		for (const part of value.slice(0, MOST_TEXTS)) yield ['', part];
		return;
	}
	let left = MOST_TEXTS;
	for (const name in value) {
		if (left-- === 0) return;
		yield [name, (value as Record<string, unknown>)[name]];
	}
}

function first(texts: Iterable<string>): string[] {
	const taken: string[] = [];
	for (const text of texts) {
		if (taken.push(text) === MOST_TEXTS) break;
	}
	return taken;
}
