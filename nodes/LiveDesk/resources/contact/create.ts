import type { INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { inboxIdOf } from '../inbox';
import { refuse } from '../refuse';
import { IDENTIFIER_IS_ADDED, LABELS } from './fields';
import { personOf, readContact, type ContactInput } from './form';
import { CONTACTS_URL } from './pages';
import type { Person } from './person';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact in a channel, from a phone number, an email or an identifier',
	// Source: [D: contact/create-contact]
	routing: { request: { method: 'POST', url: CONTACTS_URL } },
};

interface ContactBody extends Person {
	inbox_id: number;
	avatar_url?: string;
}

/**
 * @returns the body of a new contact, as the API documents it: what the user left empty is absent
 * @throws UserError for bad input, and for a contact that nobody could be recognised by
 */
export function buildContact(input: ContactInput): ContactBody {
	const { person, ...picture } = personOf(input);
	if (Object.keys(person).length === 0) {
		const { email, phone_number: phoneNumber, identifier, name } = LABELS;
		refuse(
			`'${email}', '${phoneNumber}', '${identifier}' and '${name}' are all empty`,
			`Give at least one of them. ${IDENTIFIER_IS_ADDED}`,
		);
	}
	return { inbox_id: inboxIdOf(input.inboxId), ...person, ...picture };
}

export function prepare(read: Read): Prepared {
	const body = buildContact(readContact(read));
	// The second request for the same contact waits for the first, so that LiveDesk sees the duplicate.
	const { phone_number: phone, email: mail, identifier, name: called } = body;
	return { path: {}, lane: `contact ${phone ?? mail ?? identifier ?? called}`, body };
}
