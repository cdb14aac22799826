import { jsonOf } from '../call';
import type { Route } from '../call';
import { invalid, notFound, Refusal } from '../refusal';
import { conversationReply } from '../replies';
import { conversationBody } from '../validate';

interface ConversationBody {
	inbox_id: number;
	contact_id?: number;
	source_id?: string;
}

/** Start a conversation with a contact, given by its id or by its source id in the inbox. */
export const conversations: Route = {
	url: '/v2/accounts/conversations',
	kind: 'conversation',
	answer(call) {
		const body = jsonOf(call);
		conversationBody(body, '');
		const {
			inbox_id: inboxId,
			contact_id: contactId,
			source_id: sourceId,
		} = body as ConversationBody;
		const { store } = call.desk;
		const inbox = store.inboxes.get(inboxId);
		if (!inbox) throw invalid(`There is no inbox ${inboxId}`, 'inbox_id');
		if ((contactId === undefined) === (sourceId === undefined)) {
			const message = 'Give exactly one of contact_id and source_id';
			throw new Refusal(422, { message, attributes: ['contact_id', 'source_id'] });
		}
		const contact =
			contactId === undefined
				? store.contacts.bySource(sourceId ?? '', inboxId)
				: store.contacts.get(contactId);
		if (!contact) throw notFound();
		return conversationReply(store.start(inbox, contact), contact);
	},
};
