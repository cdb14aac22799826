import type { Outcome, Request } from '../../delivery/operation';
import { isId, isObject, type JsonObject } from '../values';

/** Where contacts are searched, listed and created. Source: [D: contact/search-contact, contact/create-contact] */
export const CONTACTS_URL = '/api/v2/accounts/contacts';

/** Source: [D: contact/list-contact] */
export const PAGE_SIZE = 15;

export type Query = Readonly<Record<string, string | string[]>>;

/** A contact that LiveDesk has. */
export type Contact = JsonObject & { id: string | number };

/** @param page from 1 */
export function pageRequest(query: Query, page: number): Request {
	const all = page === 1 ? query : { ...query, page: String(page) };
	return {
		method: 'GET',
		url: CONTACTS_URL,
		...(Object.keys(all).length > 0 ? { query: all } : {}),
		isAnswer: isPage,
	};
}

/** @returns whether a response is a page of contacts, be it an empty one */
export const isPage = ({ payload }: JsonObject): boolean => Array.isArray(payload);

/** @returns the contacts of a page; an entry without an ID is none */
export function contactsOn({ payload }: JsonObject): Contact[] {
	return Array.isArray(payload)
		? payload.filter((entry): entry is Contact => isObject(entry) && isId(entry.id))
		: [];
}

/**
 * @param body a page of contacts; its `meta.count` is that of all pages, or of this one alone [C]
 * @param seen how many contacts there were up to here
 * @returns whether there may be another page
 */
export function mayGoOn({ payload, meta }: JsonObject, seen: number): boolean {
	const isFull = Array.isArray(payload) && payload.length >= PAGE_SIZE;
	return isFull || (isObject(meta) && Number(meta.count) > seen);
}

/**
 * Reads page after page, each contact once: between two requests contacts may move from one page to the next.
 *
 * @param most how many contacts are enough
 * @returns the contacts, or what kept LiveDesk from giving them
 */
export function* readPages(
	query: Query,
	most = Infinity,
): Generator<Request, Contact[] | Outcome, Outcome> {
	const contacts = new Map<string, Contact>();
	for (let page = 1; ; page++) {
		const outcome = yield pageRequest(query, page);
		if (outcome.kind !== 'delivered') return outcome;
		const { body = {} } = outcome;
		const before = contacts.size;
		for (const contact of contactsOn(body)) {
			if (!contacts.has(String(contact.id))) contacts.set(String(contact.id), contact);
		}
		// A page that brings nothing new is the last one, also where a server knows no pages.
		const isLast = contacts.size === before || !mayGoOn(body, contacts.size);
		if (isLast || contacts.size >= most) return [...contacts.values()].slice(0, most);
	}
}
