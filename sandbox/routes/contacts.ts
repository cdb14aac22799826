import { jsonOf } from '../call';
import type { Route } from '../call';
import type { Contact } from '../contacts';
import { invalid, Refusal } from '../refusal';
import { contactReply } from '../replies';
import { contactBody } from '../validate';

interface ContactBody extends Partial<Pick<Contact, 'name' | 'email' | 'phone_number'>> {
	inbox_id: number;
	avatar_url?: string;
	identifier?: string;
}

/** Create a contact in an inbox. */
export const contacts: Route = {
	url: '/v2/accounts/contacts',
	kind: 'contact',
	answer(call) {
		const body = jsonOf(call);
		contactBody(body, '');
		const { inbox_id: inboxId, avatar_url: avatar, ...fields } = body as ContactBody;
		const { store } = call.desk;
		const inbox = store.inboxes.get(inboxId);
		if (!inbox) throw invalid(`There is no inbox ${inboxId}`, 'inbox_id');
		const taken = store.contacts.taken(fields);
		if (taken.length > 0) {
			const message = `Another contact has this ${taken.join(' and ')} already`;
			throw new Refusal(422, { message, attributes: taken });
		}
		return contactReply(store.contacts.add(inbox, { ...fields, thumbnail: avatar ?? '' }));
	},
};
