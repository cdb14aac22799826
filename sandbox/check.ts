import { invalid } from './refusal';
import type { JsonObject } from './types';

/** Passes, or throws the Refusal (422) that names the field. */
export type Check = (value: unknown, field: string) => void;

function check(wanted: string, passes: (value: unknown) => boolean): Check {
	return (value, field) => {
		if (!passes(value)) throw invalid(`${field || 'The body'} must be ${wanted}`, field);
	};
}

function isHttpUrl(value: unknown): boolean {
	if (typeof value !== 'string' || !URL.canParse(value)) return false;
	return ['http:', 'https:'].includes(new URL(value).protocol);
}

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = check('a non-empty string', (v) => typeof v === 'string' && v !== '');
export const anyText = check('a string', (v) => typeof v === 'string');
export const flag = check('true or false', (v) => typeof v === 'boolean');
export const integer = check('an integer', (v) => Number.isSafeInteger(v));
export const index = check('an integer from 0', (v) => Number.isSafeInteger(v) && Number(v) >= 0);
export const httpUrl = check('an http(s) URL', isHttpUrl);
export const object = check('an object', isObject);
export const array = check('an array', Array.isArray);

/** A number within bounds. */
export const number = (min: number, max: number) =>
	check(
		`a number from ${min} to ${max}`,
		(v) => typeof v === 'number' && Number.isFinite(v) && v >= min && v <= max,
	);

/** One of the given words. */
export const oneOf = (...words: string[]) =>
	check(words.map((word) => `"${word}"`).join(' or '), (v) => words.includes(v as string));

/** A string of a given form. */
export const matching = (pattern: RegExp, wanted: string) =>
	check(wanted, (v) => typeof v === 'string' && pattern.test(v));

/** An object that maps any names to values of one kind. */
export const mapOf =
	(values: Check): Check =>
	(value, field) => {
		object(value, field);
		for (const [key, entry] of Object.entries(value as JsonObject))
			values(entry, `${field}.${key}`);
	};

/** An array of values of one kind. */
export const listOf =
	(values: Check): Check =>
	(value, field) => {
		array(value, field);
		(value as unknown[]).forEach((entry, position) => values(entry, `${field}.${position}`));
	};

/** An object with just these fields. An optional field may be left out, but not be null. */
export const shape =
	(required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
	(value, field) => {
		object(value, field);
		const at = (key: string) => (field ? `${field}.${key}` : key);
		for (const key of Object.keys(required)) {
			if (!Object.hasOwn(value as JsonObject, key)) throw invalid(`${at(key)} is missing`, at(key));
		}
		for (const [key, entry] of Object.entries(value as JsonObject)) {
			const known = [required, optional].find((fields) => Object.hasOwn(fields, key));
			if (!known) throw invalid(`${at(key)} is not a known field`, at(key));
			known[key](entry, at(key));
		}
	};
