import { refuse } from '../../refuse';
import { excerpt } from '../../values';

/** A variable as WhatsApp writes it: `{{1}}`, `{{name}}`. People write it with spaces inside as well. */
const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;

/** What means something to WhatsApp alone: as an expression, a number is that number and an unknown name is nothing. */
const BARE_NAME = /^(\d+|[\p{L}_][\p{L}\p{M}\p{N}_]*)$/u;

/** What n8n 2's panel puts before a pasted text that it makes an expression of. */
const SPACES_OF_PASTE = /^ {2}/;

/**
 * Undoes what n8n's panel does to a template's own text: pasted into an empty field, a text with `{{1}}` becomes an
 * expression, and `{{1}}` in it the number 1, `{{name}}` nothing.
 *
 * @param raw the field as the workflow holds it: an expression begins with `=`
 * @returns the text that was pasted; undefined for a fixed text, and for an expression that n8n shall evaluate
 * @throws UserError for a mixture of both
 */
export function pastedText(label: string, raw: unknown): string | undefined {
	if (typeof raw !== 'string' || !raw.startsWith('=')) return undefined;
	const text = raw.slice(1).replace(SPACES_OF_PASTE, '');
	const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name.trim());
	const bare = names.filter((name) => BARE_NAME.test(name));
	if (bare.length === 0) return undefined;
	// Braces that are no placeholder belong to n8n too.
	if (bare.length === names.length && !text.replace(PLACEHOLDER, '').includes('{{')) return text;
	return refuse(
		`'${label}' mixes variables of the template with expressions`,
		`n8n would evaluate {{${excerpt(bare[0])}}} itself. Enter the text in Fixed mode and give the values under 'Body Variables', or use expressions alone.`,
	);
}

/**
 * @param text may hold placeholders; spaces in their braces do not count
 * @param variables the body variables by name, or by position
 * @returns the text with the values in place of the placeholders; braces within values are left as they are
 * @throws UserError for a placeholder that no body variable fills: agents would see it raw, and WhatsApp would refuse
 * the template for the variable that is missing (132000)
 */
export function filledIn(
	label: string,
	text: string,
	variables: Readonly<Record<string, string>> = {},
): string {
	return text.replace(PLACEHOLDER, (placeholder, inner: string) => {
		const name = inner.trim();
		if (name === '') return placeholder;
		if (Object.hasOwn(variables, name)) return variables[name];
		return refuse(
			`'${label}' has a variable without a value`,
			`No body variable fills {{${excerpt(name)}}}. Add it to the body variables, or take it out of the text.`,
		);
	});
}
