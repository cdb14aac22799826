import type { INodeProperties } from 'n8n-workflow';
import {
	isObject,
	optionalText,
	refuse,
	requiredText,
	wholeNumber,
	type JsonObject,
} from '../../checks';
import { knownKeys } from '../../json';
import { rowsOf } from './variables';

export const buttonsField: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Values for the buttons of the template that take one; leave the other buttons out',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Index',
					name: 'index',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 0,
					description:
						'The position of the button in the template, counted from 0, buttons without a value included',
				},
				{
					displayName: 'Type',
					name: 'subType',
					type: 'options',
					default: 'url',
					options: [
						{
							name: 'Quick Reply',
							value: 'quick_reply',
							description: 'A tap sends the payload back',
						},
						{ name: 'URL', value: 'url', description: 'A tap opens a link with a variable ending' },
					],
				},
				{
					displayName: 'URL Suffix',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. track/12345',
					description: "What is appended to the button's link",
					displayOptions: { show: { subType: ['url'] } },
				},
				{
					displayName: 'Payload',
					name: 'payload',
					type: 'string',
					default: '',
					placeholder: 'e.g. OPT_OUT',
					description: 'What comes back when the customer taps the button',
					displayOptions: { show: { subType: ['quick_reply'] } },
				},
			],
		},
	],
};

/** What each kind of button takes besides its index, and whether it must be there. */
const KINDS: Record<string, { key: string; required: boolean }> = {
	url: { key: 'text', required: true },
	quick_reply: { key: 'payload', required: false },
};

/**
 * @returns the buttons of the form in the API's own shape, unchecked; a field that the button's kind does not
 * show is left out, since n8n keeps what was typed before the kind changed
 */
export function buttonsOfForm(collection: unknown): JsonObject[] {
	return rowsOf(buttonsField.displayName, collection, 'button').map((row) => {
		const kind = row.subType ?? 'url';
		const taken = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind].key : 'text';
		return { index: 'index' in row ? row.index : 0, sub_type: kind, [taken]: row[taken] };
	});
}

/**
 * Builds the `button_params` of a template.
 *
 * @param label the field that an objection names
 * @param list the buttons in the API's own shape, unchecked
 * @returns just what the API documents for each button; undefined where there are none
 * @throws UserError for an index that is no whole number or given twice, an unknown kind, a URL button without text
 */
export function buildButtons(label: string, list: unknown): JsonObject[] | undefined {
	if (list === undefined) return undefined;
	if (!Array.isArray(list))
		refuse(`'${label}' is not a list`, 'Give the buttons as a list: [ … ].');
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
		refuse(`'${where}' has an unknown type`, `Known types: ${Object.keys(KINDS).join(', ')}.`);
	}
	const { key, required } = KINDS[kind];
	knownKeys(where, button, ['index', 'sub_type', key]);
	const index = wholeNumber(`${where} > Index`, button.index, 0);
	const value = (required ? requiredText : optionalText)(
		`${where} > ${valueLabel(key)}`,
		button[key],
	);
	return { index, sub_type: kind, ...(value === undefined ? {} : { [key]: value }) };
}

const valueLabel = (key: string) => (key === 'text' ? 'URL Suffix' : 'Payload');
