import { contactChanges, contactQuery, newContact } from '../contract/contact';
import { parse } from '../contract/schema';
import type { Contact, UniqueField } from '../desk/contacts';
import { contactBody, createdContactReply } from '../desk/replies';
import { search } from '../desk/search';
import { jsonOf } from '../http/call';
import type { Call, Route } from '../http/call';
import { notFound, Refusal } from '../http/refusal';

const names: Record<UniqueField, string> = {
	email: 'Email',
	phone_number: 'Phone number',
	identifier: 'Identifier',
};

/** Throws the documented Refusal when another contact is known by one of the fields. */
function checkUnique({ desk }: Call, fields: Partial<Contact>, self?: Contact): void {
	const taken = desk.store.contacts.taken(fields, self);
	if (taken.length === 0) return;
	const message = taken.map((field) => `${names[field]} has already been taken`).join(', ');
	throw new Refusal(422, { message, attributes: taken });
}

const thumbnail = (avatar: string | null | undefined) =>
	avatar === undefined ? {} : { thumbnail: avatar ?? '' };

/** Create a contact in an inbox. */
export const createContact: Route = {
	method: 'POST',
	url: '/v2/accounts/contacts',
	kind: 'contact',
	answer(call) {
		const body = parse(newContact, jsonOf(call));
		const { inbox_id: inboxId, avatar_url: avatar, ...fields } = body;
		const inbox = call.desk.store.inbox(inboxId);
		checkUnique(call, fields);
		const place = call.desk.store.contacts.add(inbox, { ...fields, ...thumbnail(avatar) });
		return createdContactReply(place);
	},
};

/** Change a contact, or clear what is null. */
export const updateContact: Route = {
	method: 'PATCH',
	url: '/v2/accounts/contacts/:contact',
	kind: 'contactUpdate',
	answer(call) {
		const { contacts } = call.desk.store;
		const id = call.params.contact;
		const place = /^\d+$/.test(id) ? contacts.get(Number(id)) : undefined;
		if (!place) throw notFound();
		const { avatar_url: avatar, ...fields } = parse(contactChanges, jsonOf(call));
		checkUnique(call, fields, place.contact);
		contacts.change(place.contact, { ...fields, ...thumbnail(avatar) });
		return { payload: contactBody(place) };
	},
};

/** Search contacts, or list them: one page. */
export const listContacts: Route = {
	method: 'GET',
	url: '/v2/accounts/contacts',
	kind: 'contactSearch',
	answer({ desk: { store, pageSize }, query: given }) {
		const query = parse(contactQuery, given);
		const page = Number(query.page ?? 1);
		const found = search(store.contacts.all(), query);
		const withInboxes = query.include_contact_inboxes !== 'false';
		return {
			// A number on the page of the search, a text on the page of the list.
			meta: { count: found.length, current_page: query.q === undefined ? String(page) : page },
			payload: found
				.slice((page - 1) * pageSize, page * pageSize)
				.map((place) => contactBody(place, withInboxes)),
		};
	},
};
