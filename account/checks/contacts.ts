import { cannotTell, tell, type Account } from '../account';
import type { Response } from '../api';
import { factsOf } from '../facts';
import { fieldOf, isObject, isText, isWhole, shapeOf, shapesOf, type JsonObject } from '../shape';
import { tellFields } from './contactFields';

/** How many contacts a page has. Source: [D: contact/list-contact] */
export const PAGE_SIZE = 15;

const CONTACT = [
	'id',
	'name',
	'email',
	'phone_number',
	'identifier',
	'availability_status',
	'blocked',
	'thumbnail',
	'additional_attributes',
	'custom_attributes',
	'last_activity_at',
	'created_at',
	'first_name',
	'last_name',
	'contact_inboxes',
];

/** The contacts of a page; undefined where there is no list. */
export function contactsIn({ status, body }: Response): JsonObject[] | undefined {
	const payload = fieldOf(body, 'payload');
	return status === 200 && Array.isArray(payload) ? payload.filter(isObject) : undefined;
}

function tellPages(account: Account, first: JsonObject[], second: JsonObject[] | undefined): void {
	const count = first.length;
	const follow = second?.length ?? 0;
	const isLast = count < PAGE_SIZE && follow === 0;
	if (isLast) {
		const why = `there are fewer than ${PAGE_SIZE} contacts`;
		cannotTell(account, 'contacts.pageSize', why);
	} else tell(account, 'contacts.pageSize', count === PAGE_SIZE, String(count));
	if (!second) {
		tell(account, 'contacts.nextPage', false, 'no list');
	} else if (follow === 0) {
		cannotTell(account, 'contacts.nextPage', 'there is no second page');
	} else {
		const known = new Set(first.map(({ id }) => id));
		const isNew = second.every(({ id }) => !known.has(id));
		tell(account, 'contacts.nextPage', isNew, isNew ? 'other contacts' : 'the same contacts');
	}
}

function tellMeta(account: Account, { body }: Response): void {
	const meta = fieldOf(body, 'meta');
	const count = fieldOf(meta, 'count');
	const page = fieldOf(meta, 'current_page');
	tell(account, 'contacts.count', isWhole(count), shapeOf(count));
	const isDigits = isText(page) && /^\d+$/.test(page);
	const seen = isDigits ? 'digits' : shapeOf(page);
	tell(account, 'contacts.currentPage', isDigits || isWhole(page), seen);
	account.shapes.meta = shapesOf(meta, ['count', 'current_page']);
}

/** The list of contacts: two pages, and the contacts of the first. */
export async function contacts(account: Account): Promise<void> {
	const page = async (number: string) =>
		await account.api.request('GET', '/contacts', { query: { page: number } });
	const response = await page('1');
	const first = contactsIn(response);
	const seen = shapeOf(fieldOf(response.body, 'payload'));
	tell(account, 'contacts.list', first !== undefined, `${response.status} with payload: ${seen}`);
	tellMeta(account, response);
	if (!first) {
		const rest = factsOf('contacts').filter(({ id }) => !account.told.has(id));
		cannotTell(
			account,
			rest.map(({ id }) => id),
			'no list came',
		);
		return;
	}
	account.contacts = first;
	if (first.length === 0) {
		const ids = factsOf('contacts').map(({ id }) => id);
		const rest = ids.filter((id) => id.startsWith('contact.'));
		cannotTell(account, rest, 'there are no contacts');
	} else {
		account.shapes.contact = shapesOf(first[0], CONTACT);
		tellFields(account, first);
	}
	tellPages(account, first, contactsIn(await page('2')));
}
