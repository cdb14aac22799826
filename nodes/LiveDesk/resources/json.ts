import { withoutNul } from './input';
import { refuse } from './refuse';
import { excerpt, isObject, kindOf, textOf, type JsonObject } from './values';

/** Far more than anyone writes, far less than what exhausts the stack. */
const DEEPEST = 100;

/**
 * Reads a JSON field: the text that the user typed, or the object that an expression gave.
 *
 * @returns a copy that JSON can hold as it is, all its keys its own (`__proto__` is a key like any other); dates are text
 * @throws UserError when it does not parse, is not an object, or would not arrive unchanged
 */
export function jsonObject(label: string, value: unknown): JsonObject {
	const parsed = typeof value === 'string' ? parse(label, value) : value;
	if (!isObject(parsed)) {
		refuse(
			`'${label}' is not a JSON object`,
			`It is ${kindOf(parsed)}. Write it in braces, e.g. {}.`,
		);
	}
	return plain(label, parsed, []) as JsonObject;
}

function parse(label: string, text: string): unknown {
	refuseLossyNumbers(label, text);
	try {
		return JSON.parse(text);
	} catch (error) {
		return refuse(
			`'${label}' is not valid JSON`,
			`Check quotes, commas and braces. ${excerpt(error instanceof Error ? error.message : '')}`,
		);
	}
}

/** JSON's numbers, and its texts, so that digits within texts are passed over. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** JavaScript would change such a number without a word: an order number would become another one. */
function refuseLossyNumbers(label: string, text: string): void {
	// Nothing else can be too large, and most JSON has neither.
	if (!/\d{16}|\d[eE]/.test(text)) return;
	for (const [token] of text.matchAll(TEXT_OR_NUMBER)) {
		if (token.startsWith('"')) continue;
		const isKept = /^-?\d+$/.test(token)
			? Number.isSafeInteger(Number(token))
			: Number.isFinite(Number(token));
		if (isKept) continue;
		refuse(
			`'${label}' contains a number that is too large`,
			`Put it in quotes, so that all its digits are kept: ${excerpt(token)}`,
		);
	}
}

/** @param within the objects and lists that the value is in, outermost first */
function plain(label: string, value: unknown, within: unknown[]): unknown {
	if (typeof value === 'string') withoutNul(label, value);
	if (typeof value === 'object' && value !== null) return plainObject(label, value, within);
	const isLost = ['bigint', 'function', 'symbol'].includes(typeof value);
	if (isLost || (typeof value === 'number' && !Number.isFinite(value))) {
		refuse(
			`'${label}' contains a value that JSON cannot hold`,
			`Give it as text. Received: ${kindOf(value)}.`,
		);
	}
	return value;
}

function plainObject(label: string, value: object, within: unknown[]): unknown {
	if (within.includes(value)) {
		refuse(`'${label}' contains itself`, 'Map only the fields that are needed.');
	}
	if (within.length >= DEEPEST) {
		refuse(
			`'${label}' is nested too deeply`,
			`At most ${DEEPEST} levels are possible. Map only the fields that are needed.`,
		);
	}
	const inner = [...within, value];
	if (Array.isArray(value)) return value.map((entry) => plain(label, entry, inner));
	const text = textOf(value);
	if (text !== undefined) return text;
	if (value instanceof Date) {
		refuse(`'${label}' contains an invalid date`, 'Check the expression that gives the date.');
	}
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return plain(label, value.toJSON() as unknown, inner);
	}
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => {
			withoutNul(label, key);
			return [key, plain(label, entry, inner)];
		}),
	);
}
