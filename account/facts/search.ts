import type { CheckedFact } from './types';

/** Searches for a contact of the first page. */
export const search = [
	{
		id: 'search.whole',
		check: 'search',
		statement: 'q finds a contact by its whole email, phone number, identifier or name',
		source: 'D: contact/search-contact',
		use: 'Create or Update searches before it creates.',
		expected: 'found',
		otherwise: 'Create or Update does not find who is there; LiveDesk refuses the second one.',
		needed: true,
	},
	{
		id: 'search.plus',
		check: 'search',
		statement: 'The + of a phone number in q travels as %2B',
		source: 'D: rest-api-overview',
		use: 'Create or Update searches for phone numbers with their plus.',
		expected: 'found',
		otherwise: 'Create or Update does not find contacts by their phone number.',
		needed: true,
	},
	{
		id: 'search.part',
		check: 'search',
		statement: 'q finds a contact by a part of such a value: a substring match',
		source: 'C',
		use: 'Every hit is compared exactly afterwards; in the panel one searches as one types.',
		expected: 'found',
		otherwise: 'In the panel, contacts are found only by their whole name or number.',
		needed: false,
	},
	{
		id: 'search.case',
		check: 'search',
		statement: 'q does not regard case',
		source: 'C',
		use: 'Create or Update finds an email that is written in another case.',
		expected: 'found',
		otherwise: 'Create or Update does not find an email that is written in another case.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
