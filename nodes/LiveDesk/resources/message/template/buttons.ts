import { optionalText, requiredText, wholeNumber } from '../../input';
import { refuse } from '../../refuse';
import { excerpt, isObject, type JsonObject } from '../../values';
import { knownKeys } from './knownKeys';

/** What each kind of button has besides its index, and whether it must be there. Source: [S] */
export const KINDS: Record<string, { key: string; required: boolean }> = {
	url: { key: 'text', required: true },
	quick_reply: { key: 'payload', required: false },
};

/**
 * Builds the `button_params` of a template [S].
 *
 * @param label the field that an objection names
 * @param list the buttons in the API's own shape, unchecked
 * @returns just what the API documents for each button; undefined where there are none
 * @throws UserError for an index that is no whole number or given twice, an unknown kind, a URL button without text
 */
export function buildButtons(label: string, list: unknown): JsonObject[] | undefined {
	if (list === undefined) return undefined;
	if (!Array.isArray(list)) {
		refuse(`'${label}' is not a list`, 'Give the buttons as a list: [ … ].');
	}
	const seen = new Set<number>();
	const built = list.map((button: unknown, position) => {
		const where = `${label} > ${position + 1}`;
		if (!isObject(button)) refuse(`'${where}' is not a button`, 'A button is an object: { … }.');
		const params = buildButton(where, button);
		if (seen.has(params.index)) {
			refuse(`'${label}' has two buttons at one index`, `Index ${params.index} is given twice.`);
		}
		seen.add(params.index);
		return params;
	});
	return built.length > 0 ? built : undefined;
}

function buildButton(where: string, button: JsonObject): JsonObject & { index: number } {
	const kind = button.sub_type;
	if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
		refuse(
			`'${where}' has an unknown type`,
			`Known types: ${Object.keys(KINDS).join(', ')}. Received: ${excerpt(kind)}`,
		);
	}
	const { key, required } = KINDS[kind];
	knownKeys(where, button, ['index', 'sub_type', key]);
	const index = wholeNumber(`${where} > Index`, button.index, 0);
	const value = (required ? requiredText : optionalText)(
		`${where} > ${valueLabel(key)}`,
		button[key],
	);
	return { index, sub_type: kind, [key]: value };
}

const valueLabel = (key: string) => (key === 'text' ? 'URL Suffix' : 'Payload');
