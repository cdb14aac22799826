import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../values';
import { KINDS } from './buttons';
import { rowsOf } from './rows';

export const buttonsField: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Only the buttons with a variable or a payload',
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
					description: 'Position in the template, from 0, counting every button',
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
							description: 'Returns the payload when tapped',
						},
						{ name: 'URL', value: 'url', description: 'Opens a link that ends in a variable' },
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

/**
 * @param collection what n8n gives for the form
 * @returns its buttons in the API's own shape, unchecked; a field that the button's kind does not show is left out,
 * since n8n keeps what was typed before the kind changed
 * @throws UserError when an expression put something else in place of the rows
 */
export function buttonsOfForm(collection: unknown): JsonObject[] {
	return rowsOf(buttonsField.displayName, collection, 'button').map((row) => {
		const kind = row.subType ?? 'url';
		const key = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind].key : 'text';
		return { index: 'index' in row ? row.index : 0, sub_type: kind, [key]: row[key] };
	});
}
