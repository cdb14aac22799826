import type { CheckedFact } from './types';

/** A contact, field by field. */
export const contact = [
	{
		id: 'contact.id',
		check: 'contacts',
		statement: 'id is a whole number',
		source: 'D: contact/list-contact',
		use: 'Update and a new conversation take it.',
		expected: 'whole number',
		otherwise: 'A contact that was found cannot be updated.',
		needed: true,
	},
	...(
		[
			['name', 'It is put out, and shown in the list to choose from.'],
			['email', 'Create or Update compares it without regard to case.'],
			['phone_number', 'Create or Update compares it.'],
			['identifier', 'Create or Update compares it.'],
		] as const
	).map(([field, use]) => ({
		id: `contact.${field}` as const,
		check: 'contacts' as const,
		statement: `${field} is a text or null`,
		source: 'D: contact/search-contact' as const,
		use,
		expected: 'text or null',
		otherwise:
			field === 'name'
				? 'Contacts may show without a name in the list to choose from.'
				: `Create or Update may not find a contact by its ${field}, and create it twice.`,
		needed: field !== 'name',
	})),
	{
		id: 'contact.e164',
		check: 'contacts',
		statement: 'Phone numbers are E.164: a plus and digits',
		source: 'C',
		use: 'Create or Update compares a number with the plus and digits of the one that is given.',
		expected: 'E.164',
		otherwise: 'Create or Update may not find a contact by its number, and create it twice.',
		needed: true,
	},
	{
		id: 'contact.blocked',
		check: 'contacts',
		statement: 'blocked is true or false',
		source: 'D: contact/search-contact',
		use: 'Get Many puts it out.',
		expected: 'true or false',
		otherwise: 'The output of Get Many has something else, or lacks it.',
		needed: false,
	},
	{
		id: 'contact.custom_attributes',
		check: 'contacts',
		statement: 'custom_attributes is an object',
		source: 'D: contact/search-contact',
		use: 'Create or Update compares it; Get Many puts it out.',
		expected: 'object',
		otherwise: 'Create or Update sends custom attributes that are there already.',
		needed: false,
	},
	{
		id: 'contact.created_at',
		check: 'contacts',
		statement: 'created_at is unix seconds',
		source: 'D: contact/list-contact',
		use: 'Get Many makes an ISO 8601 date of it.',
		expected: 'unix seconds',
		otherwise: 'created_at of Get Many is a wrong date, or missing.',
		needed: false,
	},
	{
		id: 'contact.last_activity_at',
		check: 'contacts',
		statement: 'last_activity_at is unix seconds or null',
		source: 'D: contact/list-contact',
		use: 'Get Many makes an ISO 8601 date of it.',
		expected: 'unix seconds or null',
		otherwise: 'last_activity_at of Get Many is a wrong date, or missing.',
		needed: false,
	},
	{
		id: 'contact.contact_inboxes',
		check: 'contacts',
		statement: 'contact_inboxes is a list of { source_id: text, inbox: { id: number } }',
		source: 'C',
		use: 'inbox_id and source_id of a contact are put out where it says so.',
		expected: 'list of { source_id: text, inbox: { id: number } }',
		otherwise: 'Contacts come without inbox_id and source_id: enter the channel by hand.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
