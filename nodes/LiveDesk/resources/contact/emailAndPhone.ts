import { optionalText } from '../input';
import { refuse } from '../refuse';
import { excerpt, trimmed } from '../values';

/**
 * @returns the address without the spaces around it, which copying often brings along; undefined where the field is empty
 * @throws UserError for what cannot be an email address
 */
export function optionalEmail(label: string, value: unknown): string | undefined {
	const given = optionalText(label, value);
	if (given === undefined) return undefined;
	const email = trimmed(given);
	if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
		refuse(
			`'${label}' must be an email address`,
			`Enter one address, e.g. alice@example.com, in '${label}'. Received: ${excerpt(given)}`,
		);
	}
	return email;
}

/** E.164, as LiveDesk wants it [D: contact/create-contact]: a plus, and up to 15 digits of which the first is not 0. */
const E164 = /^\+[1-9]\d{1,14}$/;

/** What people write for the eye: spaces, dots, brackets, dashes, and invisible marks of direction. */
const DECORATION = /[\s.()[\]\p{Dash_Punctuation}\p{Default_Ignorable_Code_Point}]/gu;

/** "+44 (0)20 …" is dialled without the 0 from abroad, and without the +44 at home. */
const ZERO_IN_BRACKETS = /[([]0[)\]]/;

/**
 * Takes away what people write for the eye, and nothing else: a number that is not complete is not guessed.
 *
 * @throws UserError unless an E.164 number remains; undefined where the field is empty
 */
export function optionalPhoneNumber(label: string, value: unknown): string | undefined {
	const given = optionalText(label, value);
	if (given === undefined) return undefined;
	const number = given.replace(DECORATION, '');
	const hasZeroInBrackets = ZERO_IN_BRACKETS.test(given.replace(/[^\d+()[\]]/g, ''));
	if (!E164.test(number) || hasZeroInBrackets) {
		const zero = hasZeroInBrackets ? ', and without the 0 in brackets' : '';
		refuse(
			`'${label}' is not a complete phone number`,
			`Write it with a plus and the country code${zero}, e.g. +66812345678. Received: ${excerpt(given)}`,
		);
	}
	return number;
}
