import type { INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read, Resource } from '../../delivery/operation';
import { inboxIdOf } from '../inbox';
import { jsonObject } from '../json';
import { present } from '../projection';
import { refuse } from '../refuse';
import { asObject, isBlank, type JsonObject } from '../values';
import { IDENTIFIER_IS_ADDED, LABELS } from './fields';
import { personOf, readContact, type ContactInput } from './form';
import { savedOutput } from './output';
import { CONTACTS_URL } from './pages';
import { IDENTITY, identityOf, type Wanted } from './person';
import { save } from './save';

export const option: INodePropertyOptions = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new contact, or update the current one if it already exists (upsert)',
	routing: { request: { method: 'GET', url: CONTACTS_URL } },
};

export const subject: Resource['subject'] = { noun: 'contact', done: 'saved', isRepeatable: true };

export const output: Resource['output'] = (body = {}, _, simplified) =>
	savedOutput(body, simplified);

/**
 * @returns how the contact should be: what the user left empty is absent
 * @throws UserError for bad input, and for a contact that nobody could be recognised by
 */
function wantedContact(input: ContactInput): Wanted {
	const { person, avatar_url } = personOf(input);
	if (identityOf(person).length === 0) {
		const [identifier, phoneNumber, email] = IDENTITY.map((key) => `'${LABELS[key]}'`);
		refuse(
			`${email}, ${phoneNumber} and ${identifier} are all empty`,
			`Enter at least one of them: it tells whether the contact already exists. ${IDENTIFIER_IS_ADDED}`,
		);
	}
	const custom_attributes = attributesIn(input.additionalFields);
	return { inbox_id: inboxIdOf(input.inboxId), person, avatar_url, custom_attributes };
}

/** @returns undefined where there is nothing to set */
function attributesIn(additionalFields: unknown): JsonObject | undefined {
	const { customAttributes: given } = asObject(additionalFields);
	if (isBlank(given)) return undefined;
	const attributes = present(jsonObject(LABELS.custom_attributes, given));
	return Object.keys(attributes).length === 0 ? undefined : attributes;
}

export function prepare(read: Read): Prepared {
	const wanted = wantedContact(readContact(read));
	const [[key, value]] = identityOf(wanted.person);
	// The second item about a person finds what the first has made.
	const lane = `contact ${key === 'email' ? value.toLowerCase() : value}`;
	return { path: {}, lane, steps: (notes) => save(wanted, notes) };
}
