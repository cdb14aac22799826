import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requiredText, wholeNumber } from '../checks';
import type { Read } from '../fields';
import { inbox, inboxIdOf } from '../inbox';

export const option: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a conversation',
	description: 'Start a conversation with a contact, to send messages into',
	routing: { request: { method: 'POST', url: '/api/v2/accounts/conversations' } },
};

const contactBy: INodeProperties = {
	displayName: 'Contact By',
	name: 'contactBy',
	type: 'options',
	default: 'contactId',
	description: 'How to tell whom the conversation is with',
	options: [
		{ name: 'Contact ID', value: 'contactId', description: 'As creating a contact gives it' },
		{
			name: 'Source ID',
			value: 'sourceId',
			description: 'What the contact goes by in the channel',
		},
	],
};

const contactId: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 42218348',
	description: 'The ID of the contact',
	displayOptions: { show: { contactBy: ['contactId'] } },
};

const sourceId: INodeProperties = {
	displayName: 'Source ID',
	name: 'sourceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1d484823-da29-4086-a7ba-d65ad0ebb588',
	description: 'The ID under which the channel knows the contact',
	displayOptions: { show: { contactBy: ['sourceId'] } },
};

export const fields = [inbox, contactBy, contactId, sourceId];

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
		: { inbox_id, contact_id: wholeNumber(contactId.displayName, contact, 1) };
}

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(read: Read) {
	const body = buildConversation(
		read('inboxId', ''),
		read('contactBy', 'contactId'),
		read('contactId', ''),
		read('sourceId', ''),
	);
	const whom = 'contact_id' in body ? body.contact_id : body.source_id;
	return { path: {}, lane: `contact ${whom}`, body };
}
