import { newConversation, statusChange } from '../contract/conversation';
import { parse } from '../contract/schema';
import { conversationReply } from '../desk/replies';
import type { Status } from '../desk/store';
import { conversationOf, jsonOf } from '../http/call';
import type { Route } from '../http/call';
import { invalid, notFound, Refusal } from '../http/refusal';

/** Start a conversation with a contact, given by its ID or by its source ID in the inbox. */
export const createConversation: Route = {
	method: 'POST',
	url: '/v2/accounts/conversations',
	kind: 'conversation',
	answer(call) {
		const { inbox_id, contact_id, source_id } = parse(newConversation, jsonOf(call));
		const { store } = call.desk;
		const inbox = store.inbox(inbox_id);
		if ((contact_id === undefined) === (source_id === undefined)) {
			const message = 'Give exactly one of contact_id and source_id';
			throw new Refusal(422, { message, attributes: ['contact_id', 'source_id'] });
		}
		const place =
			contact_id === undefined
				? store.contacts.bySource(source_id ?? '', inbox_id)
				: store.contacts.get(contact_id);
		if (!place) throw notFound();
		return conversationReply(store.start(inbox, place.contact));
	},
};

/** Where each status may go. Source: [D: user-guide/conversation-status-flow] */
const allowed: Record<Status, Status[]> = {
	open: ['pending', 'snoozed', 'resolved'],
	pending: ['open', 'snoozed', 'resolved'],
	snoozed: ['open', 'pending', 'resolved'],
	resolved: ['open', 'pending', 'closed'],
	closed: ['open'],
};

/** Change the status of a conversation. To stay as it is, is no change and always allowed [C]. */
export const updateStatus: Route = {
	method: 'POST',
	url: '/v2/accounts/conversations/:conversation/toggle_status',
	kind: 'status',
	answer(call) {
		const conversation = conversationOf(call);
		const { status: to, snoozed_until: until = null } = parse(statusChange, jsonOf(call));
		const from = conversation.status;
		if (to !== from && !allowed[from].includes(to)) {
			throw invalid(`Conversation status cannot change from ${from} to ${to}`, 'status');
		}
		call.desk.store.setStatus(conversation, to, until);
		return {
			meta: {},
			payload: {
				success: true,
				conversation_id: conversation.id,
				current_status: to,
				snoozed_until: until,
			},
		};
	},
};
