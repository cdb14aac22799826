import type { INodeProperties } from 'n8n-workflow';
import { isObject, kindOf, refuse, textOf, type JsonObject } from '../../checks';

/** @returns a form for the variables of one part of a template */
export const variablesField = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Variable',
	default: {},
	description,
	options: [
		{
			displayName: 'Variable',
			name: 'variable',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1',
					description:
						"The variable's position in the template, or its name. Leave it empty to count by the order of this list.",
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. John',
					description: 'The text that takes the place of the variable',
				},
			],
		},
	],
});

/**
 * @param label the form's label
 * @param collection what n8n gives for a fixedCollection: its rows under the name of its only option
 * @throws UserError when an expression put something else in its place
 */
export function rowsOf(label: string, collection: unknown, name: string): JsonObject[] {
	const rows = isObject(collection) ? (collection[name] ?? []) : collection;
	const list = isObject(rows) ? [rows] : rows || [];
	if (!Array.isArray(list) || !list.every(isObject)) {
		refuse(
			`'${label}' is not a list of rows`,
			`Fill in the form, or choose 'Using JSON' under 'Specify Parameters'. It was given: ${kindOf(rows)}.`,
		);
	}
	return list;
}

/**
 * @returns the variables of a form by name; a row without a name goes by its position in the list, from 1
 * @throws UserError when two rows are of the same name
 */
export function namedVariables(label: string, collection: unknown): JsonObject {
	const variables = new Map<string, unknown>();
	rowsOf(label, collection, 'variable').forEach((row, index) => {
		const name = textOf(row.name ?? '') ?? '';
		const key = name.trim() === '' ? String(index + 1) : name;
		if (variables.has(key)) {
			refuse(`'${label}' has a variable twice`, `Variable "${key}" may be given only once.`);
		}
		variables.set(key, row.value);
	});
	return Object.fromEntries(variables);
}

/** WhatsApp's rule for the values of template variables: codes 132012 and 132018 otherwise. */
const REFUSED_BY_WHATSAPP = /[\n\r\t\u2028\u2029]| {5}/;

/**
 * @param label the field that an objection names
 * @param variables values by name, or by position
 * @returns the same with every value as text; undefined where there are none
 * @throws UserError for a value that is missing, no text, or of a form that WhatsApp refuses
 */
export function textVariables(label: string, variables: unknown): JsonObject | undefined {
	if (variables === undefined) return undefined;
	if (!isObject(variables)) {
		refuse(
			`'${label}' is not an object`,
			'Give each variable by its position or name, e.g. { "1": "John" }.',
		);
	}
	const entries = Object.entries(variables).map(([name, value]) => [
		name,
		valueOf(label, name, value),
	]);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function valueOf(label: string, name: string, value: unknown): string {
	const text = value === undefined || value === null ? '' : textOf(value);
	if (text === undefined) {
		refuse(`'${label}' has a value that is not a text`, `Variable "${name}" is ${kindOf(value)}.`);
	}
	if (text.trim() === '') {
		refuse(
			`'${label}' has an empty value`,
			`Give variable "${name}" a value: WhatsApp refuses empty ones.`,
		);
	}
	if (REFUSED_BY_WHATSAPP.test(text)) {
		refuse(
			`'${label}' has a value that WhatsApp refuses`,
			`Variable "${name}" contains a line break, a tab or more than four spaces in a row. Take them out.`,
		);
	}
	return text;
}
