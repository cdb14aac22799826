import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read, Resource } from '../../delivery/operation';
import { contactId, contactIdOf } from '../contactId';
import { requiredBoolean, requiredText, requiredUrl } from '../input';
import { jsonObject } from '../json';
import { refuse } from '../refuse';
import { asObject, isBlank, type JsonObject } from '../values';
import { optionalEmail, optionalPhoneNumber } from './emailAndPhone';
import {
	avatarUrl,
	customAttributes,
	email,
	identifier,
	LABELS,
	name,
	phoneNumber,
} from './fields';
import { contactOutput } from './output';
import { CONTACTS_URL } from './pages';

export const option: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a contact',
	description: "Change a contact's name, email, phone number, attributes or other values",
	// Source: [D: contact/update-contact]
	routing: { request: { method: 'PATCH', url: `${CONTACTS_URL}/:contact_id` } },
};

const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What to change. A field that is added and left empty is cleared.',
	options: [
		{
			displayName: LABELS.additional_attributes,
			name: 'additionalAttributes',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. { "city": "Bangkok" }',
			description:
				"Attributes of the contact by the API's own names, such as city or company_name, as a JSON object",
		},
		avatarUrl,
		{
			displayName: LABELS.blocked,
			name: 'blocked',
			type: 'boolean',
			default: false,
			description: 'Whether the contact is blocked from writing to you',
		},
		customAttributes,
		email,
		identifier,
		name,
		phoneNumber,
	],
};

export const fields = [contactId, updateFields];

export const subject: Resource['subject'] = {
	noun: 'contact',
	done: 'updated',
	isRepeatable: true,
};

export const output: Resource['output'] = (body = {}, _, simplified) =>
	contactOutput(body, undefined, simplified);

type Check = (label: string, value: unknown) => unknown;

/** How each field is checked, by its name in the panel and on the wire. */
const FIELDS: Array<[field: string, key: keyof typeof LABELS, check: Check]> = [
	['name', 'name', orNull(requiredText)],
	['email', 'email', orNull(optionalEmail)],
	['phoneNumber', 'phone_number', orNull(optionalPhoneNumber)],
	['identifier', 'identifier', orNull(requiredText)],
	['avatarUrl', 'avatar_url', orNull(requiredUrl)],
	['blocked', 'blocked', requiredBoolean],
	['additionalAttributes', 'additional_attributes', attributes],
	['customAttributes', 'custom_attributes', attributes],
];

function orNull(check: Check): Check {
	return (label, value) => (isBlank(value) ? null : check(label, value));
}

/** LiveDesk merges what it gets into what it has: nothing would clear nothing. */
function attributes(label: string, value: unknown): JsonObject {
	const object = isBlank(value) ? {} : jsonObject(label, value);
	if (Object.values(object).every((each) => each === undefined)) {
		refuse(
			`'${label}' is empty`,
			'Name at least one attribute, e.g. { "city": "Bangkok" }, or remove the field.',
		);
	}
	return object;
}

/**
 * @param value the collection as n8n gives it: a field that the user did not add is not in it; one that is empty clears
 * the contact's
 * @returns the body of the request, as the API documents it
 * @throws UserError for bad input, and where there is nothing to change
 */
export function buildUpdate(value: unknown): JsonObject {
	const given = asObject(value);
	const changes = FIELDS.filter(([field]) => field in given).map(([field, key, check]) => [
		key,
		check(LABELS[key], given[field]),
	]);
	if (changes.length === 0) {
		refuse(
			`'${updateFields.displayName}' has no field`,
			`Add at least one field under '${updateFields.displayName}'.`,
		);
	}
	return Object.fromEntries(changes) as JsonObject;
}

export function prepare(read: Read): Prepared {
	const id = contactIdOf(read(contactId.name, ''));
	return {
		path: { contact_id: String(id) },
		lane: `contact ${id}`,
		body: buildUpdate(read('updateFields', {})),
	};
}
