import type { Contact, ContactInbox } from './contacts';
import { channelType } from './inboxes';
import { customer } from './senders';
import type { Conversation } from './store';
import type { JsonObject } from '../contract/schema';
import type { Message, TemplateParams } from '../types';

/** The reply to a text or an attachment: the whole message. */
export function messageReply(message: Message): JsonObject {
	const { additional_attributes: additional, ...reply } = message;
	return additional?.template_params ? { ...reply, ...templateOf(message) } : reply;
}

/** What replies show of the template of a message. */
function templateOf({ additional_attributes: additional }: Message): JsonObject {
	const { name, language, category }: Partial<TemplateParams> = additional?.template_params ?? {};
	return { additional_attributes: { template_params: { name, language, category } } };
}

/** The reply to a template: few fields, and fewer when WhatsApp refused it. */
export function templateReply(message: Message): JsonObject {
	const { id, content, status, message_type: type } = message;
	if (status === 'failed') {
		const { external_error: reason } = message.content_attributes;
		return { id, status, content_attributes: { external_error: reason } };
	}
	return { id, content, message_type: type, status, ...templateOf(message) };
}

const inboxBody = ({ inbox, source_id: sourceId }: ContactInbox) => ({
	source_id: sourceId,
	inbox: { id: inbox.id, name: inbox.name, channel_type: channelType(inbox.channel) },
});

/** A contact as all replies show it; without its inboxes where they were not asked for. */
export function contactBody(place: ContactInbox, withInboxes = true): JsonObject {
	const contact: Partial<Contact> = { ...place.contact };
	delete contact.labels;
	return {
		...contact,
		availability_status: 'offline',
		first_name: '',
		last_name: '',
		...(withInboxes && { contact_inboxes: [inboxBody(place)] }),
	};
}

/** The reply to `POST /contacts`; contact_inbox: [C]. */
export const createdContactReply = (place: ContactInbox): JsonObject => ({
	payload: { contact: contactBody(place, false), contact_inbox: inboxBody(place) },
});

/** The reply to `POST /conversations`. */
export const conversationReply = (conversation: Conversation): JsonObject => ({
	id: conversation.id,
	inbox_id: conversation.inbox.id,
	contact_id: conversation.contact.id,
	status: conversation.status,
	created_at: conversation.created_at,
	messages: [],
	meta: { sender: customer(conversation.contact), channel: channelType(conversation.channel) },
	can_reply: true,
	unread_count: 0,
});
