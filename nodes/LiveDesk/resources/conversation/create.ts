import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { contactId, contactIdOf } from '../contactId';
import { inboxIdOf } from '../inbox';
import { requiredText } from '../input';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a conversation',
	description: 'Start a conversation with a contact',
	// Source: [D: message/create-conversation]
	routing: { request: { method: 'POST', url: '/api/v2/accounts/conversations' } },
};

const contactBy: INodeProperties = {
	displayName: 'Identify Contact By',
	name: 'contactBy',
	type: 'options',
	default: 'contactId',
	description: 'How to identify the contact of the conversation',
	options: [
		{
			name: 'Contact',
			value: 'contactId',
			description: 'From a list, or by the ID that LiveDesk has for the contact',
		},
		{
			name: 'Source ID',
			value: 'sourceId',
			description: "The contact's ID in the channel",
		},
	],
};

const contactField: INodeProperties = {
	...contactId,
	displayOptions: { show: { contactBy: ['contactId'] } },
};

const sourceId: INodeProperties = {
	displayName: 'Source ID',
	name: 'sourceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1d484823-da29-4086-a7ba-d65ad0ebb588',
	description: "The contact's ID in the channel, returned when the contact was created",
	displayOptions: { show: { contactBy: ['sourceId'] } },
};

export const fields = [contactBy, contactField, sourceId];

export type ConversationBody = { inbox_id: number } & (
	| { contact_id: number }
	| { source_id: string }
);

/** @throws UserError for bad input */
export function buildConversation(
	inboxId: unknown,
	by: unknown,
	contact: unknown,
	source: unknown,
): ConversationBody {
	const inbox_id = inboxIdOf(inboxId);
	return by === 'sourceId'
		? { inbox_id, source_id: requiredText(sourceId.displayName, source) }
		: { inbox_id, contact_id: contactIdOf(contact) };
}

export function prepare(read: Read): Prepared {
	const body = buildConversation(
		read('inboxId', ''),
		read('contactBy', 'contactId'),
		read('contactId', ''),
		read('sourceId', ''),
	);
	const whom = 'contact_id' in body ? body.contact_id : body.source_id;
	return { path: {}, lane: `contact ${whom}`, body };
}
