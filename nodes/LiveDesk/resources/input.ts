import { refuse } from './refuse';
import { excerpt, isBlank, isInvisible, kindOf, textOf } from './values';

/**
 * @returns the text as it is; something in it can be seen
 * @throws UserError when it is missing or empty, is not text, or has a NUL, which LiveDesk's database cannot keep [C]
 */
export function requiredText(label: string, value: unknown): string {
	const text = value === undefined || value === null ? '' : textOf(value);
	if (text === undefined) {
		refuse(
			`'${label}' must be text`,
			`Map a text or a number to '${label}'. Received: ${kindOf(value)}.`,
		);
	}
	if (isInvisible(text)) {
		const why = text === '' ? '' : 'It holds only spaces or invisible characters. ';
		refuse(
			`'${label}' is empty`,
			`${why}Enter a value in '${label}', or check the expression there.`,
		);
	}
	withoutNul(label, text);
	return text;
}

/** @throws UserError when the text has the character with the code 0 */
export function withoutNul(label: string, text: string): void {
	if (!text.includes('\0')) return;
	refuse(`'${label}' contains a NUL character`, 'Remove the character \\u0000 from the text.');
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
			`An ID has only letters, digits, '_' and '-', e.g. 141. Received: ${excerpt(value)}`,
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
			`Enter a whole number from ${from} in '${label}'. Received: ${excerpt(value)}`,
		);
	}
	return number;
}

/** Neither hexadecimal nor with a plus: what nobody means as degrees. The exponent is JavaScript's, for tiny numbers. */
const DECIMAL = /^\s*-?\d+(\.\d+)?(e-\d+)?\s*$/;

/**
 * @param limit how far the number may be from 0, on either side
 * @returns a number; a decimal in a text counts, as expressions often give it
 * @throws UserError when it is not a number within that range
 */
export function numberWithin(label: string, value: unknown, limit: number): number {
	const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
	if (typeof number !== 'number' || !(Math.abs(number) <= limit)) {
		refuse(
			`'${label}' is not a number from -${limit} to ${limit}`,
			`Enter a number from -${limit} to ${limit} in '${label}'. Received: ${excerpt(value)}`,
		);
	}
	return number;
}

/**
 * @returns the boolean; expressions often give it as a text
 * @throws UserError unless the value is a boolean, or the text `true` or `false`
 */
export function requiredBoolean(label: string, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	refuse(
		`'${label}' must be true or false`,
		`Switch '${label}' on or off, or check the expression there. Received: ${excerpt(value)}`,
	);
}

/** @throws UserError unless the value is a complete http or https URL */
export function requiredUrl(label: string, value: unknown): string {
	const text = requiredText(label, value);
	if (!/^https?:\/\/[^\s/]\S*$/i.test(text) || !URL.canParse(text)) {
		refuse(
			`'${label}' must be a URL`,
			`Enter a public URL that starts with http:// or https:// in '${label}'. Received: ${excerpt(text)}`,
		);
	}
	return text;
}
