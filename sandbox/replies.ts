import type { Contact, ContactInbox } from './contacts';
import { channelType } from './inboxes';
import { customer } from './senders';
import type { Conversation } from './store';
import type { JsonObject, Message } from './types';

/** The reply to a text or an attachment: the whole message. */
export function messageReply(message: Message): JsonObject {
	const { additional_attributes: additional, ...reply } = message;
	const params = additional?.template_params;
	if (!params) return reply;
	return { ...reply, additional_attributes: { template_params: templateSummary(message) } };
}

function templateSummary(message: Message): JsonObject {
	const params = message.additional_attributes?.template_params;
	return {
		name: params?.name,
		language: params?.language,
		category: params?.category,
	};
}

/** The reply to a template: few fields, and fewer when WhatsApp refused it. */
export function templateReply(message: Message): JsonObject {
	const { id, content, status, message_type: type } = message;
	if (status === 'failed') {
		const { external_error: reason } = message.content_attributes;
		return { id, status, content_attributes: { external_error: reason } };
	}
	return {
		id,
		content,
		message_type: type,
		status,
		additional_attributes: { template_params: templateSummary(message) },
	};
}

/** The reply to `POST /contacts`. */
export function contactReply({ contact, inbox, source_id: sourceId }: ContactInbox): JsonObject {
	return {
		payload: {
			contact: {
				additional_attributes: {},
				availability_status: 'offline',
				email: contact.email,
				id: contact.id,
				name: contact.name,
				phone_number: contact.phone_number,
				identifier: contact.identifier,
				thumbnail: contact.thumbnail,
				custom_attributes: {},
				created_at: contact.created_at,
			},
			contact_inbox: {
				inbox: { id: inbox.id, name: inbox.name, channel_type: channelType(inbox.channel) },
				source_id: sourceId,
			},
		},
	};
}

/** The reply to `POST /conversations`. */
export function conversationReply(conversation: Conversation, contact: Contact): JsonObject {
	return {
		id: conversation.id,
		inbox_id: conversation.inbox.id,
		contact_id: contact.id,
		status: 'open',
		created_at: Math.floor(Date.now() / 1000),
		messages: [],
		meta: { sender: customer(contact), channel: channelType(conversation.channel) },
		can_reply: true,
		unread_count: 0,
	};
}
