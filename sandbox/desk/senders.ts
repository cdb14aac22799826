import type { Contact } from './contacts';
import type { JsonObject } from '../contract/schema';

/** The agent in whose name the API sends. */
export const agent = (): JsonObject => ({
	id: 3,
	name: 'TEST',
	available_name: 'TEST',
	avatar_url: '',
	type: 'user',
	availability_status: 'offline',
	thumbnail: '',
});

/** A customer as the sender of a message. */
export const customer = (contact: Contact): JsonObject => ({
	id: contact.id,
	name: contact.name,
	email: contact.email,
	phone_number: contact.phone_number,
	identifier: contact.identifier,
	thumbnail: contact.thumbnail,
	type: 'contact',
});
