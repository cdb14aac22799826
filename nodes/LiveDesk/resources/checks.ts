import { UserError } from 'n8n-workflow';

/** An object from JSON or from an expression; its keys are data, `__proto__` too. */
export type JsonObject = Record<string, unknown>;

/**
 * Refuses bad input, before anything is sent.
 *
 * @param message what is wrong, with the label of the parameter in single quotes
 * @param description what to do about it; text that came from outside belongs here, since n8n replaces a
 * message that contains, say, "EPERM"
 * @throws UserError always; delivery adds the item and turns it into n8n's NodeOperationError
 */
export function refuse(message: string, description?: string): never {
	throw new UserError(message, { description });
}

/**
 * @param value whatever a field or an expression gave
 * @returns the text that stands for it: dates as ISO 8601, numbers and booleans as JSON writes them;
 * undefined for what has no text of its own (objects, lists, null, NaN)
 */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	if (isObject(value) && typeof value.toISO === 'function') return textOf(value.toISO());
	return undefined;
}

/**
 * @returns the text, never blank
 * @throws UserError when it is missing, blank, or not a text
 */
export function requiredText(label: string, value: unknown): string {
	const text = value === undefined || value === null ? '' : textOf(value);
	if (text === undefined) {
		refuse(
			`'${label}' is not a text`,
			`Map a text or a number to '${label}', not ${kindOf(value)}.`,
		);
	}
	if (text.trim() === '') {
		refuse(`'${label}' is empty`, `Enter a value in '${label}', or check the expression there.`);
	}
	return text;
}

/** @returns whether the user left a field empty, or an expression gave nothing */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** @returns the text, or undefined where the user left the field empty; throws like `requiredText` */
export function optionalText(label: string, value: unknown): string | undefined {
	return isBlank(value) ? undefined : requiredText(label, value);
}

/**
 * An ID that becomes one segment of the URL.
 *
 * @returns letters, digits, `_` and `-` only, so that no ID can point to another address
 * @throws UserError for anything else
 */
export function requiredId(label: string, value: unknown): string {
	const id = requiredText(label, value);
	const isIdType = typeof value === 'string' || Number.isSafeInteger(value);
	if (!isIdType || !/^[A-Za-z0-9_-]+$/.test(id)) {
		refuse(
			`'${label}' is not an ID`,
			`An ID has only letters, digits, '_' and '-', e.g. 141. '${label}' was given: ${excerpt(value)}`,
		);
	}
	return id;
}

/**
 * @param from the smallest number allowed
 * @returns a whole number; digits in a text count, as expressions often give them
 * @throws UserError for anything else
 */
export function wholeNumber(label: string, value: unknown, from: number): number {
	const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < from) {
		refuse(
			`'${label}' is not a whole number from ${from}`,
			`Enter a whole number from ${from} in '${label}'. It was given: ${excerpt(value)}`,
		);
	}
	return number;
}

/**
 * @param limit how far the number may be from 0, on either side
 * @throws UserError when it is not a number within that range
 */
export function numberWithin(label: string, value: unknown, limit: number): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !(Math.abs(number) <= limit)) {
		refuse(
			`'${label}' is not a number from -${limit} to ${limit}`,
			`Enter a number from -${limit} to ${limit} in '${label}'. It was given: ${excerpt(value)}`,
		);
	}
	return number;
}

/** @returns whether a switch is on; expressions often give `true` as a text */
export const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** @throws UserError unless the value is a boolean, or the text `true` or `false` */
export function requiredBoolean(label: string, value: unknown): boolean {
	if (isTrue(value)) return true;
	if (value === false || value === 'false') return false;
	refuse(`'${label}' is neither true nor false`, `'${label}' was given: ${excerpt(value)}`);
}

/** @throws UserError unless the value is a complete http or https address */
export function webAddress(label: string, value: unknown): string {
	const text = requiredText(label, value);
	if (!/^https?:\/\/[^\s/]\S*$/i.test(text) || !URL.canParse(text)) {
		refuse(
			`'${label}' is not a web address`,
			`Enter a public address that starts with http:// or https:// in '${label}'. It was given: ${excerpt(text)}`,
		);
	}
	return text;
}

/** @returns whether the value is an object with keys: not null, not a list */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns what kind of value it is, as a person would say it */
export function kindOf(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** @returns the value as a short text for a description */
export function excerpt(value: unknown): string {
	const text = textOf(value) ?? kindOf(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
