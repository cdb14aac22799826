import type { INodeProperties } from 'n8n-workflow';
import { requiredText, wholeNumber } from './input';
import { isBlank, isObject } from './values';

/** Of Contact: Update, and of Conversation: Create. */
export const contactId: INodeProperties = {
	displayName: 'Contact',
	name: 'contactId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The contact in LiveDesk',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'e.g. Alice Miller',
			typeOptions: { searchListMethod: 'searchContacts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 42218348',
			validation: [
				{
					type: 'regex',
					properties: { regex: '[1-9][0-9]*', errorMessage: 'Not a valid contact ID' },
				},
			],
		},
	],
};

/**
 * @param value the locator, or what an expression put in its place
 * @throws UserError unless it holds a whole number from 1
 */
export function contactIdOf(value: unknown): number {
	const id = isObject(value) && 'mode' in value ? value.value : value;
	const { displayName } = contactId;
	return wholeNumber(displayName, isBlank(id) ? requiredText(displayName, id) : id, 1);
}
