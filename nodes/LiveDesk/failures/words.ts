/** What a person is told: what happened, and what to do about it. */
export interface Words {
	/** In our own words throughout: n8n replaces a message that contains, say, "EPERM". */
	message: string;
	description: string;
	httpCode?: string;
	/** WhatsApp's code. */
	code?: number;
}

/** What a request is about. */
export type Noun = 'message' | 'contact' | 'conversation';

/** What an operation does, for a person. */
export interface Subject {
	noun: Noun;
	/** As in "The message was sent". */
	done: 'sent' | 'retried' | 'created' | 'updated' | 'saved' | 'read' | 'changed';
	/** Whether doing it twice does no harm, so that a lost response needs no look first. */
	isRepeatable?: boolean;
}

const LONGEST_QUOTE = 300;

/** @returns a text that came from outside, in one line and cut to a length that a person reads */
export function quote(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** @returns both texts in one; what was quoted from outside may end without a full stop */
export function sentences(first: string, second: string): string {
	if (first === '' || second === '') return first + second;
	return /[.!?…]$/.test(first) ? `${first} ${second}` : `${first}. ${second}`;
}

/** @returns whether an answer is a web page, as gateways and wrong addresses give */
export const isWebPage = (body: unknown): boolean =>
	typeof body === 'string' && /^\s*<(!doctype|html)/i.test(body);

/**
 * What LiveDesk says in a refusal. Its documentation names no shape; these are the ones of Chatwoot, which LiveDesk's
 * API comes from: `error`, `errors`, or `message` with `attributes`.
 *
 * @returns a sentence for a description; empty where the answer says nothing
 */
export function sayingOf(body: unknown): string {
	const text = textOf(body);
	return text === '' ? '' : `LiveDesk says: ${quote(text)}`;
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return isWebPage(body) ? '' : body;
	if (typeof body !== 'object' || body === null) return '';
	const { error, errors, message, attributes } = body as Record<string, unknown>;
	const parts = [error, message, errors].flat().filter((part) => typeof part === 'string');
	const fields =
		Array.isArray(attributes) && attributes.length > 0 ? ` (${attributes.join(', ')})` : '';
	return `${parts.join('; ')}${fields}`;
}
