import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { inboxIdOf } from '../inbox';
import { optionalText, requiredUrl } from '../input';
import { refuse } from '../refuse';
import { isBlank, isObject } from '../values';
import { optionalEmail, optionalPhoneNumber } from './emailAndPhone';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact in a channel, from a phone number, an email or an identifier',
	// Source: [D: contact/create-contact]
	routing: { request: { method: 'POST', url: '/api/v2/accounts/contacts' } },
};

const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Alice Miller',
	description: 'The name of the contact',
};

const email: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. alice@example.com',
	description: 'The email address of the contact',
};

const phoneNumber: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +66812345678',
	description:
		'The phone number with its country code. Spaces, dots, hyphens and brackets are ignored.',
};

const AVATAR_URL = 'Avatar URL';
const IDENTIFIER = 'Identifier';

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: AVATAR_URL,
			name: 'avatarUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/alice.png',
			description: 'The public URL of a picture of the contact',
		},
		{
			displayName: IDENTIFIER,
			name: 'identifier',
			type: 'string',
			default: '',
			placeholder: 'e.g. customer-1234',
			description: "The contact's ID in your own system",
		},
	],
};

export const fields = [name, email, phoneNumber, additionalFields];

export interface ContactBody {
	inbox_id: number;
	name?: string;
	email?: string;
	phone_number?: string;
	avatar_url?: string;
	identifier?: string;
}

/** What the fields gave, unchecked. */
export interface ContactInput {
	inboxId: unknown;
	name: unknown;
	email: unknown;
	phoneNumber: unknown;
	additionalFields: unknown;
}

/**
 * @returns the body of a new contact, as the API documents it: what the user left empty is absent
 * @throws UserError for bad input, and for a contact that nobody could be recognised by
 */
export function buildContact(input: ContactInput): ContactBody {
	const extras = isObject(input.additionalFields) ? input.additionalFields : {};
	const known = Object.entries({
		name: optionalText(name.displayName, input.name),
		email: optionalEmail(email.displayName, input.email),
		phone_number: optionalPhoneNumber(phoneNumber.displayName, input.phoneNumber),
		identifier: optionalText(IDENTIFIER, extras.identifier),
	}).filter(([, value]) => value !== undefined);
	if (known.length === 0) {
		refuse(
			`'${email.displayName}', '${phoneNumber.displayName}', '${IDENTIFIER}' and '${name.displayName}' are all empty`,
			'Give at least one of them.',
		);
	}
	return {
		inbox_id: inboxIdOf(input.inboxId),
		...Object.fromEntries(known),
		...(isBlank(extras.avatarUrl) ? {} : { avatar_url: requiredUrl(AVATAR_URL, extras.avatarUrl) }),
	};
}

export function prepare(read: Read): Prepared {
	const body = buildContact({
		inboxId: read('inboxId', ''),
		name: read('name', ''),
		email: read('email', ''),
		phoneNumber: read('phoneNumber', ''),
		additionalFields: read('additionalFields', {}),
	});
	// The second request for the same contact waits for the first, so that LiveDesk sees the duplicate.
	const { phone_number: phone, email: mail, identifier, name: called } = body;
	return { path: {}, lane: `contact ${phone ?? mail ?? identifier ?? called}`, body };
}
