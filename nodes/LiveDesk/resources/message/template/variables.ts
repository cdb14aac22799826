import { refuse } from '../../refuse';
import { excerpt, isInvisible, isObject, kindOf, textOf, trimmed } from '../../values';

/** WhatsApp's rule for the values of template variables: codes 132012 and 132018 otherwise. */
const REFUSED_BY_WHATSAPP = /[\n\v\f\r\t\u0085\u2028\u2029]| {5}/;

/**
 * @param label the field that an objection names
 * @param variables values by name, or by position
 * @returns the same with every value as text, by names without spaces around them; undefined where there are none
 * @throws UserError for a name that is empty or given twice, and for a value that is missing, not text, or of a form
 * that WhatsApp refuses
 */
export function textVariables(
	label: string,
	variables: unknown,
): Record<string, string> | undefined {
	if (variables === undefined) return undefined;
	if (!isObject(variables)) {
		refuse(
			`'${label}' is not an object`,
			'Give each variable by its position or name, e.g. { "1": "John" }.',
		);
	}
	const texts = new Map<string, string>();
	for (const [given, value] of Object.entries(variables)) {
		const name = trimmed(given);
		if (name === '') refuse(`'${label}' has a variable without a name`, 'Name it, e.g. "1".');
		if (texts.has(name)) {
			refuse(
				`'${label}' contains a variable twice`,
				`Give variable "${excerpt(name)}" only once. Spaces around a name do not count.`,
			);
		}
		texts.set(name, valueOf(label, excerpt(name), value));
	}
	return texts.size > 0 ? Object.fromEntries(texts) : undefined;
}

function valueOf(label: string, name: string, value: unknown): string {
	const text = value === undefined || value === null ? '' : textOf(value);
	if (text === undefined) {
		refuse(`'${label}' has a value that is not text`, `Variable "${name}" is ${kindOf(value)}.`);
	}
	if (isInvisible(text)) {
		refuse(
			`'${label}' has an empty value`,
			`Give variable "${name}" a value: WhatsApp refuses empty ones.`,
		);
	}
	if (text.includes('\0')) {
		refuse(
			`'${label}' contains a NUL character`,
			`Remove the character \\u0000 from variable "${name}".`,
		);
	}
	if (REFUSED_BY_WHATSAPP.test(text)) {
		refuse(
			`'${label}' has a value that WhatsApp refuses`,
			`Variable "${name}" contains a line break, a tab or more than four spaces in a row. Remove them.`,
		);
	}
	return text;
}
