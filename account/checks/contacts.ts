import { cannotTell, tell, type Account } from '../account';
import type { Response } from '../api';
import { factsOf, type FactId } from '../facts';
import {
	fieldOf,
	isObject,
	isText,
	isWhole,
	shapeOf,
	shapesOf,
	typeOf,
	type JsonObject,
} from '../shape';

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

/** Between the years 2000 and 2100. */
const isSeconds = (value: unknown) =>
	isWhole(value) && value > 946_684_800 && value < 4_102_444_800;
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isInbox = (value: unknown) =>
	isText(fieldOf(value, 'source_id')) && isWhole(fieldOf(fieldOf(value, 'inbox'), 'id'));

interface Field {
	name: string;
	isRight(value: unknown): boolean;
	/** What is seen where all are right; the types unless given. */
	right?: string;
}

const seconds = 'unix seconds';

const fields: Partial<Record<FactId, Field>> = {
	'contact.id': { name: 'id', isRight: isWhole },
	'contact.name': { name: 'name', isRight: isTextOrNull },
	'contact.email': { name: 'email', isRight: isTextOrNull },
	'contact.phone_number': { name: 'phone_number', isRight: isTextOrNull },
	'contact.identifier': { name: 'identifier', isRight: isTextOrNull },
	'contact.blocked': { name: 'blocked', isRight: (value) => typeof value === 'boolean' },
	'contact.custom_attributes': { name: 'custom_attributes', isRight: isObject },
	'contact.created_at': { name: 'created_at', isRight: isSeconds, right: seconds },
	'contact.last_activity_at': {
		name: 'last_activity_at',
		isRight: (value) => value === null || isSeconds(value),
		right: `${seconds} or null`,
	},
	'contact.contact_inboxes': {
		name: 'contact_inboxes',
		isRight: (value) => Array.isArray(value) && value.every(isInbox),
		right: 'list of { source_id: text, inbox: { id: number } }',
	},
};

const each = (shapes: readonly string[]) => [...new Set(shapes)].join(', ');

function tellFields(account: Account, contacts: readonly unknown[]): void {
	for (const { id } of factsOf('contacts')) {
		const field = fields[id];
		if (!field) continue;
		const values = contacts.map((contact) => fieldOf(contact, field.name));
		const wrong = values.filter((value) => !field.isRight(value));
		const other = (value: unknown) =>
			field.right === undefined ? typeOf(value) : `another ${typeOf(value)}`;
		const seen =
			wrong.length > 0 ? each(wrong.map(other)) : (field.right ?? each(values.map(typeOf)));
		tell(account, id, wrong.length === 0, seen);
	}
	const numbers = contacts.map((contact) => fieldOf(contact, 'phone_number')).filter(isText);
	if (numbers.length === 0) {
		cannotTell(account, 'contact.e164', 'no contact of the first page has a phone number');
		return;
	}
	const isE164 = numbers.every((number) => /^\+[1-9]\d{1,14}$/.test(number));
	tell(account, 'contact.e164', isE164, isE164 ? 'E.164' : 'another text');
}

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
