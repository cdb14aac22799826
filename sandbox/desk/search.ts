import type { ContactQuery } from '../contract/contact';
import type { Contact } from './contacts';

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
function sorted(contacts: Contact[], by: Sort, descending: boolean): Contact[] {
	const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
	return [...contacts].sort((one, other) => {
		const [left, right] = [sortValue(one, by), sortValue(other, by)];
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
export function search(contacts: Contact[], query: ContactQuery): Contact[] {
	const wanted = query.q?.toLowerCase();
	const labels = [query.labels ?? [], query['labels[]'] ?? []].flat();
	const found = contacts
		.filter(
			(contact) =>
				wanted === undefined ||
				searched.some((field) => contact[field]?.toLowerCase().includes(wanted)),
		)
		.filter(
			(contact) => labels.length === 0 || labels.some((label) => contact.labels.includes(label)),
		);
	return query.sort ? sorted(found, query.sort, query.direction === 'desc') : found;
}
