import { cannotTell, tell, type Account } from '../account';
import { NotPosted } from '../end';
import type { FactId } from '../facts';
import { isText, type JsonObject } from '../shape';
import { contactsIn, PAGE_SIZE } from './contacts';

interface Wanted {
	contact: JsonObject;
	value: string;
}

/** The first contact with such a value, by the first of the fields that one has. */
function wantedBy(
	contacts: readonly JsonObject[],
	fields: readonly string[],
	isFit: (value: string) => boolean,
): Wanted | undefined {
	for (const field of fields) {
		for (const contact of contacts) {
			const value = contact[field];
			if (isText(value) && value !== '' && isFit(value)) return { contact, value };
		}
	}
	return undefined;
}

const inOtherCase = (text: string): string =>
	[...text]
		.map((letter) =>
			letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
		)
		.join('');

async function find(
	account: Account,
	id: FactId,
	wanted: Wanted | undefined,
	query: (value: string) => string,
	missing: string,
): Promise<void> {
	if (!wanted) {
		cannotTell(account, id, `no contact of the first page has ${missing}`);
		return;
	}
	const q = query(wanted.value);
	const response = await account.api.request('GET', '/contacts', { query: { q } });
	const found = contactsIn(response);
	if (!found) {
		tell(account, id, false, `no list, ${response.status}`);
		return;
	}
	const isFound = found.some(({ id: each }) => each === wanted.contact.id);
	if (!isFound && found.length >= PAGE_SIZE) {
		cannotTell(account, id, 'more contacts were found than one page has');
	} else tell(account, id, isFound, isFound ? 'found' : 'not found');
}

const VALUES = ['email', 'identifier', 'phone_number', 'name'];
const LETTERS = ['email', 'identifier', 'name'];
const ENOUGH = 5;

/** Searches for contacts that are there: whole, in part, in another case, with a plus. */
export async function search(account: Account): Promise<void> {
	const { contacts = [] } = account;
	if (contacts.length === 0) throw new NotPosted('there is no contact to search for');
	const whole = wantedBy(contacts, VALUES, () => true);
	await find(account, 'search.whole', whole, (value) => value, 'a value to search for');

	const number = wantedBy(contacts, ['phone_number'], (value) => value.startsWith('+'));
	await find(account, 'search.plus', number, (value) => value, 'a phone number with a plus');

	const long = wantedBy(contacts, LETTERS, (value) => [...value].length >= ENOUGH);
	const inner = (value: string) => [...value].slice(1, -1).join('');
	await find(account, 'search.part', long, inner, 'a name or email of five letters');

	const cased = wantedBy(contacts, LETTERS, (value) => inOtherCase(value) !== value);
	await find(
		account,
		'search.case',
		cased,
		inOtherCase,
		'a name or email with letters of two cases',
	);
}
