import type { INodeProperties } from 'n8n-workflow';
import { refuse } from '../../refuse';
import { excerpt, isBlank, kindOf, textOf, trimmed, type JsonObject } from '../../values';
import { rowsOf } from './rows';

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
						"The variable's position in the template, or its name. Leave it empty to use the position in this list.",
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
 * @param collection what n8n gives for the form
 * @returns its variables by name; a row without a name goes by its position in the list, from 1
 * @throws UserError when two rows give the same variable, and when an expression gave a name that is none
 */
export function namedVariables(label: string, collection: unknown): JsonObject {
	const variables = new Map<string, { value: unknown; isNamed: boolean }>();
	rowsOf(label, collection, 'variable').forEach((row, index) => {
		const name = nameIn(label, row, index + 1);
		const key = name === '' ? String(index + 1) : name;
		const other = variables.get(key);
		if (other) refuseTwin(label, key, other.isNamed && name !== '', index + 1);
		variables.set(key, { value: row.value, isNamed: name !== '' });
	});
	return Object.fromEntries([...variables].map(([key, { value }]) => [key, value]));
}

function nameIn(label: string, row: JsonObject, position: number): string {
	if (!('name' in row)) return '';
	const name = textOf(row.name);
	if (name === undefined) {
		refuse(
			`'${label}' has a variable whose name is not text`,
			`The name in row ${position} is ${kindOf(row.name)}. Check the expression there, or leave the name empty.`,
		);
	}
	return isBlank(name) ? '' : trimmed(name);
}

function refuseTwin(label: string, key: string, areBothNamed: boolean, position: number): never {
	const variable = `variable "${excerpt(key)}"`;
	if (areBothNamed) {
		refuse(`'${label}' contains a variable twice`, `Give ${variable} only once.`);
	}
	refuse(
		`'${label}' has two rows for one variable`,
		`A row without a name counts by its position. Row ${position} and an earlier row both stand for ${variable}: give each row a name.`,
	);
}
