import type { CheckedFact } from './types';

export const connection = [
	{
		id: 'key.accepted',
		check: 'connection',
		statement: 'The key and secret, as HTTP Basic, open GET /api/v2/accounts/contacts',
		source: 'S',
		use: 'Every request carries them; the credential test asks for contacts.',
		expected: '200 and JSON',
		otherwise: 'Nothing works with this key: the check ends here and says why.',
		needed: true,
	},
	{
		id: 'key.wrongSecret',
		check: 'connection',
		statement: 'A wrong secret is refused with 401',
		source: 'C',
		use: 'The credential test and the messages tell a wrong key or secret by 401.',
		expected: '401',
		otherwise: 'A wrong key or secret is told in general words, or the credential test passes it.',
		needed: true,
	},
	{
		id: 'key.refusalShape',
		check: 'connection',
		statement: 'The refusal of a wrong secret is { error: text } or { errors: [text] }',
		source: 'C',
		use: "LiveDesk's own words are put into the description of the error.",
		expected: '{ error: text } or { errors: [text] }',
		otherwise: "The error has the node's words, without LiveDesk's own.",
		needed: false,
	},
	{
		id: 'contacts.nobody',
		check: 'connection',
		statement: 'A search that finds nobody is a 200 with an empty list',
		source: 'D: contact/search-contact',
		use: 'The credential test searches for nobody; Create or Update creates a contact then.',
		expected: '200 with payload: []',
		otherwise: 'The credential test or Create or Update takes a good reply for a refusal.',
		needed: true,
	},
] as const satisfies readonly CheckedFact[];

/** Told by the headers of all replies of a check. */
export const headers = [
	{
		id: 'clock',
		check: 'headers',
		statement: "LiveDesk's clock agrees with the one here, by its Date header",
		source: 'HTTP',
		use: 'A Retry-After that is a date, and Snoozed Until, are compared with the clock here.',
		expected: 'less than 60 seconds apart',
		otherwise: 'Waits for a Retry-After date, and Snoozed Until, are off by the difference.',
		needed: false,
	},
	{
		id: 'headers.rateLimit',
		check: 'headers',
		statement: 'No header speaks of a rate limit before it is reached',
		source: 'undocumented',
		use: 'The node slows down at a 429 and its Retry-After, and by Messages per Minute.',
		expected: 'no such header',
		otherwise:
			'Nothing breaks: the node could go slower before the limit is reached, and does not.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
