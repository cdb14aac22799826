import { excerpt, isBlank, optionalText, refuse, requiredText } from '../checks';

/** @throws UserError for what cannot be an e-mail address; undefined where the field is empty */
export function optionalEmail(label: string, value: unknown): string | undefined {
	const text = optionalText(label, value);
	if (text !== undefined && !/^[^\s@]+@[^\s@]+$/.test(text)) {
		refuse(`'${label}' is not an e-mail address`, `It was given: ${text}`);
	}
	return text;
}

/** E.164, the form that LiveDesk documents: a plus, and up to 15 digits of which the first is not 0. */
const E164 = /^\+[1-9]\d{1,14}$/;

/**
 * Takes away what people write for the eye, and nothing else: a number that is not complete is not guessed.
 *
 * @throws UserError unless an E.164 number remains; undefined where the field is empty
 */
export function optionalPhoneNumber(label: string, value: unknown): string | undefined {
	if (isBlank(value)) return undefined;
	const number = requiredText(label, value).replace(/[\s.()[\]-]/g, '');
	if (!E164.test(number)) {
		refuse(
			`'${label}' is not a complete phone number`,
			`Write it with a plus and the country code, e.g. +66812345678. It was given: ${excerpt(value)}`,
		);
	}
	return number;
}
