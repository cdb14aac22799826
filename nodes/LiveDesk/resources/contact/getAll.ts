import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read, Resource, Steps } from '../../delivery/operation';
import { optionalText, requiredBoolean, requiredText, wholeNumber } from '../input';
import { refuse } from '../refuse';
import { asObject, excerpt, isBlank } from '../values';
import { listedOutput } from './output';
import { CONTACTS_URL, readPages, type Query } from './pages';

export const option: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Search contacts, or list all of them',
	routing: { request: { method: 'GET', url: CONTACTS_URL } },
};

const searchTerm: INodeProperties = {
	displayName: 'Search Term',
	name: 'searchTerm',
	type: 'string',
	default: '',
	placeholder: 'e.g. alice@example.com',
	description:
		'Part of a name, email, phone number or identifier. All contacts are returned if it is empty.',
};

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	default: 50,
	typeOptions: { minValue: 1 },
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

const LABELS = { direction: 'Direction', labels: 'Labels', sort: 'Sort By' };

/** Source: [D: contact/list-contact] */
const SORTS = [
	{ name: 'City', value: 'city' },
	{ name: 'Company', value: 'company' },
	{ name: 'Country', value: 'country' },
	{ name: 'Created', value: 'created_at' },
	{ name: 'Email', value: 'email' },
	{ name: 'Last Activity', value: 'last_activity_at' },
	{ name: 'Name', value: 'name' },
	{ name: 'Phone Number', value: 'phone_number' },
];
const DIRECTIONS = [
	{ name: 'Ascending', value: 'asc' },
	{ name: 'Descending', value: 'desc' },
];

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: LABELS.direction,
			name: 'direction',
			type: 'options',
			default: 'asc',
			description: 'In which direction to sort',
			options: DIRECTIONS,
		},
		{
			displayName: LABELS.labels,
			name: 'labels',
			type: 'string',
			default: '',
			placeholder: 'e.g. vip, newsletter',
			description: 'Contacts with any of these labels, separated by commas',
		},
		{
			displayName: LABELS.sort,
			name: 'sort',
			type: 'options',
			default: 'name',
			description: 'What to sort the contacts by',
			options: SORTS,
		},
	],
};

export const fields = [searchTerm, returnAll, limit, filters];

export const subject: Resource['subject'] = { noun: 'contact', done: 'read', isRepeatable: true };

export const output: Resource['output'] = (body = {}, _, simplified) =>
	listedOutput(body, simplified);

/**
 * @returns the query as the API documents it: what the user left empty is absent
 * @throws UserError for bad input
 */
export function buildQuery(term: unknown, filtersGiven: unknown): Query {
	const given = asObject(filtersGiven);
	const q = optionalText(searchTerm.displayName, term);
	const labels = labelsOf(given.labels);
	const { sort, direction } = given;
	return {
		...(q === undefined ? {} : { q }),
		...(labels.length === 1 ? { labels: labels[0] } : {}),
		...(labels.length > 1 ? { 'labels[]': labels } : {}),
		...(isBlank(sort) ? {} : { sort: oneOf(LABELS.sort, sort, SORTS) }),
		...(isBlank(direction) ? {} : { direction: oneOf(LABELS.direction, direction, DIRECTIONS) }),
	};
}

function labelsOf(value: unknown): string[] {
	const list = Array.isArray(value) ? value : isBlank(value) ? [] : [value];
	const labels = list
		.flatMap((entry) => requiredText(LABELS.labels, entry).split(','))
		.map((label) => label.trim())
		.filter((label) => label !== '');
	return [...new Set(labels)];
}

function oneOf(label: string, value: unknown, known: Array<{ value: string }>): string {
	const values = known.map((entry) => entry.value);
	const found = values.find((each) => each === value);
	if (found !== undefined) return found;
	refuse(
		`'${label}' has a value that LiveDesk does not know`,
		`Known values: ${values.join(', ')}. Received: ${excerpt(value)}`,
	);
}

export function prepare(read: Read): Prepared {
	const query = buildQuery(read('searchTerm', ''), read('filters', {}));
	const isAll = requiredBoolean(returnAll.displayName, read('returnAll', false));
	const most = isAll ? Infinity : wholeNumber(limit.displayName, read('limit', 50), 1);
	function* steps(): Steps {
		const found = yield* readPages(query, most);
		return Array.isArray(found) ? { kind: 'delivered', body: { payload: found } } : found;
	}
	return { path: {}, lane: `contacts ${JSON.stringify(query)}`, steps };
}
