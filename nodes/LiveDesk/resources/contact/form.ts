import type { Read } from '../../delivery/operation';
import { optionalText, requiredUrl } from '../input';
import { present } from '../projection';
import { asObject, isBlank } from '../values';
import { optionalEmail, optionalPhoneNumber } from './emailAndPhone';
import { LABELS } from './fields';
import type { Person } from './person';

/** What the fields of Create and of Create or Update gave, unchecked. */
export interface ContactInput {
	inboxId: unknown;
	name: unknown;
	email: unknown;
	phoneNumber: unknown;
	additionalFields: unknown;
}

export const readContact = (read: Read): ContactInput => ({
	inboxId: read('inboxId', ''),
	name: read('name', ''),
	email: read('email', ''),
	phoneNumber: read('phoneNumber', ''),
	additionalFields: read('additionalFields', {}),
});

/**
 * @returns who it is, and the URL of a picture: what the user left empty is absent
 * @throws UserError for bad input
 */
export function personOf(input: ContactInput): { person: Person; avatar_url?: string } {
	const { avatarUrl, identifier } = asObject(input.additionalFields);
	const person = present({
		name: optionalText(LABELS.name, input.name),
		email: optionalEmail(LABELS.email, input.email),
		phone_number: optionalPhoneNumber(LABELS.phone_number, input.phoneNumber),
		identifier: optionalText(LABELS.identifier, identifier),
	});
	return {
		person,
		avatar_url: isBlank(avatarUrl) ? undefined : requiredUrl(LABELS.avatar_url, avatarUrl),
	};
}
