import { isObject, kindOf, refuse, type JsonObject } from './checks';

/**
 * Reads a JSON field: the text that the user typed, or the object that an expression gave.
 *
 * @returns an object whose keys are all its own (`__proto__` is a key like any other)
 * @throws UserError when it does not parse or is not an object
 */
export function jsonObject(label: string, value: unknown): JsonObject {
	const parsed = typeof value === 'string' ? parse(label, value) : value;
	if (!isObject(parsed)) {
		refuse(
			`'${label}' is not a JSON object`,
			`It is ${kindOf(parsed)}. Write it in braces, e.g. {}.`,
		);
	}
	return parsed;
}

function parse(label: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		return refuse(
			`'${label}' is not valid JSON`,
			`Check quotes, commas and braces: ${error instanceof Error ? error.message : ''}`,
		);
	}
}

/**
 * @param label the parameter, and where in it the object stands
 * @param known the keys that the API documents there
 * @throws UserError that names a key which is not known, and the nearest one that is
 */
export function knownKeys(label: string, object: JsonObject, known: readonly string[]): void {
	for (const key of Object.keys(object)) {
		if (known.includes(key)) continue;
		const word = key.slice(0, 40);
		const nearest = known.reduce((best, candidate) =>
			distance(word, candidate) < distance(word, best) ? candidate : best,
		);
		refuse(
			`'${label}' has a key that LiveDesk does not know`,
			`Unknown key: "${word}". The nearest known key is "${nearest}". Known keys: ${known.join(', ')}.`,
		);
	}
}

/** Levenshtein's distance: how many letters to add, drop or change to get from one word to the other. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const changed = from[i - 1] === to[j - 1] ? 0 : 1;
			next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + changed);
		}
		row = next;
	}
	return row[to.length];
}
