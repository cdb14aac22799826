import { z } from 'zod';
import { invalid } from '../http/refusal';

export type JsonObject = { [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The message of a schema here is what it wants, or a whole sentence with a capital letter. */
const wanting = (message: string) => ({ message });

export const anyText = z.string(wanting('a string'));
export const text = z.string(wanting('a non-empty string')).min(1, 'a non-empty string');
export const flag = z.boolean(wanting('true or false'));
export const number = (min: number, max: number) => {
	const message = `a number from ${min} to ${max}`;
	return z.number(wanting(message)).min(min, message).max(max, message);
};
export const integer = z.number(wanting('an integer')).int('an integer').safe('an integer');
export const oneOf = <W extends [string, ...string[]]>(...words: W) =>
	z.enum(words, { errorMap: () => wanting(words.map((word) => `"${word}"`).join(' or ')) });
export const list = <T extends z.ZodTypeAny>(entries: T) => z.array(entries, wanting('an array'));
export const mapOf = <T extends z.ZodTypeAny>(values: T) =>
	z.record(z.string(), values, wanting('an object'));
export const json = mapOf(z.unknown());

/** An object with just these fields. An optional field may be left out, but not be null. */
export const shape = <S extends z.ZodRawShape>(fields: S) =>
	z.strictObject(fields, wanting('an object'));

const isHttpUrl = (value: string) =>
	URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
export const httpUrl = z.string(wanting('an http(s) URL')).refine(isHttpUrl, 'an http(s) URL');

const valueAt = (value: unknown, path: Array<string | number>) =>
	path.reduce<unknown>((at, key) => (at as JsonObject | undefined)?.[key], value);

/**
 * Checks a value, and returns it as it came: zod would leave out a key such as __proto__.
 * Throws a Refusal (422) that names the first wrong field and what is wanted there.
 */
export function parse<T extends z.ZodTypeAny>(schema: T, value: unknown): z.infer<T> {
	const { error } = schema.safeParse(value);
	if (!error) return value as z.infer<T>;
	const [{ message, path, ...issue }] = error.issues;
	const field = (more: string[] = []) => [...path, ...more].join('.');
	if (issue.code === 'unrecognized_keys') {
		const unknown = field([issue.keys[0]]);
		throw invalid(`${unknown} is not a known field`, unknown);
	}
	if (/^[A-Z]/.test(message)) throw invalid(message, field());
	if (path.length > 0 && valueAt(value, path) === undefined) {
		throw invalid(`${field()} is missing`, field());
	}
	throw invalid(`${field() || 'The body'} must be ${message}`, field());
}
