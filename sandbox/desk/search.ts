import type { ContactQuery } from '../contract/contact';
import type { Contact, ContactInbox } from './contacts';

type Sort = NonNullable<ContactQuery['sort']>;

const searched = ['email', 'phone_number', 'name', 'identifier'] as const;

const inAttributes: Partial<Record<Sort, string>> = {
	company: 'company_name',
	city: 'city',
	country: 'country',
};

const sortValue = (contact: Contact, by: Sort): unknown => {
	const attribute = inAttributes[by];
	return attribute ? contact.additional_attributes[attribute] : contact[by as keyof Contact];
};

/** Orders by a field; contacts without it come last in both directions. */
function sorted(places: ContactInbox[], by: Sort, descending: boolean): ContactInbox[] {
	const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
	return [...places].sort((one, other) => {
		const [left, right] = [sortValue(one.contact, by), sortValue(other.contact, by)];
		if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right));
		const order =
			typeof left === 'number' && typeof right === 'number'
				? left - right
				: String(left).localeCompare(String(right));
		return descending ? -order : order;
	});
}

/**
 * The contacts that a query asks for, of all pages: a substring, whatever its case, of one of four
 * fields, and any of the labels. Source: [D: contact/search-contact]; the substring: [C]
 */
export function search(places: ContactInbox[], query: ContactQuery): ContactInbox[] {
	const wanted = query.q?.toLowerCase();
	const labels = [query.labels ?? [], query['labels[]'] ?? []].flat();
	const found = places.filter(
		({ contact }) =>
			(wanted === undefined ||
				searched.some((field) => contact[field]?.toLowerCase().includes(wanted))) &&
			(labels.length === 0 || labels.some((label) => contact.labels.includes(label))),
	);
	return query.sort ? sorted(found, query.sort, query.direction === 'desc') : found;
}
