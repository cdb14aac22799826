import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { isBlank, isObject, optionalText, refuse, webAddress } from '../checks';
import type { Read } from '../fields';
import { inbox, inboxIdOf } from '../inbox';
import { optionalEmail, optionalPhoneNumber } from './identity';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description:
		'Create a contact in a channel, from a phone number, an e-mail address or an identifier',
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
	description: 'The e-mail address of the contact',
};

const phoneNumber: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +66812345678',
	description:
		'The phone number with its country code. Blanks, dots, hyphens and brackets do not matter.',
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
			description: 'The public address of a picture of the contact',
		},
		{
			displayName: IDENTIFIER,
			name: 'identifier',
			type: 'string',
			default: '',
			placeholder: 'e.g. customer-1234',
			description: 'What the contact goes by in your own system',
		},
	],
};

export const fields = [inbox, name, email, phoneNumber, additionalFields];

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
		...(isBlank(extras.avatarUrl) ? {} : { avatar_url: webAddress(AVATAR_URL, extras.avatarUrl) }),
	};
}

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(read: Read) {
	const body = buildContact({
		inboxId: read('inboxId', ''),
		name: read('name', ''),
		email: read('email', ''),
		phoneNumber: read('phoneNumber', ''),
		additionalFields: read('additionalFields', {}),
	});
	// The same contact twice in one run: the second must meet the first, not race it.
	const { phone_number: phone, email: mail, identifier, name: called } = body;
	return { path: {}, lane: `contact ${phone ?? mail ?? identifier ?? called}`, body };
}
