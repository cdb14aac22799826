import type { INodeProperties } from 'n8n-workflow';

/** What a contact's values are called, by LiveDesk's names. */
export const LABELS = {
	name: 'Name',
	email: 'Email',
	phone_number: 'Phone Number',
	identifier: 'Identifier',
	avatar_url: 'Avatar URL',
	custom_attributes: 'Custom Attributes',
	additional_attributes: 'Additional Attributes',
	blocked: 'Blocked',
} as const;

/** For whoever looks for it among the fields that the panel shows from the start. */
export const IDENTIFIER_IS_ADDED = `'${LABELS.identifier}' can be added under 'Additional Fields'.`;

export const name: INodeProperties = {
	displayName: LABELS.name,
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Alice Miller',
	description: 'The name of the contact',
};

export const email: INodeProperties = {
	displayName: LABELS.email,
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. alice@example.com',
	description: 'The email address of the contact',
};

export const phoneNumber: INodeProperties = {
	displayName: LABELS.phone_number,
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +66812345678',
	description:
		'The phone number with its country code. Spaces, dots, hyphens and brackets are ignored.',
};

export const avatarUrl: INodeProperties = {
	displayName: LABELS.avatar_url,
	name: 'avatarUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/alice.png',
	description: 'The public URL of a picture of the contact',
};

export const identifier: INodeProperties = {
	displayName: LABELS.identifier,
	name: 'identifier',
	type: 'string',
	default: '',
	placeholder: 'e.g. customer-1234',
	description: "The contact's ID in your own system",
};

export const customAttributes: INodeProperties = {
	displayName: LABELS.custom_attributes,
	name: 'customAttributes',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "customer_tier": "gold" }',
	description:
		'Custom attributes of the contact by their keys in LiveDesk, as a JSON object. Those not named stay as they are.',
};
