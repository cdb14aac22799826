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

export function prepare(read: Read): Prepared {
	const inbox_id = inboxIdOf(read('inboxId', ''));
	if (read('contactBy', 'contactId') === 'sourceId') {
		const source_id = requiredText(sourceId.displayName, read('sourceId', ''));
		return { path: {}, lane: `contact ${source_id}`, body: { inbox_id, source_id } };
	}
	const contact_id = contactIdOf(read('contactId', ''));
	return { path: {}, lane: `contact ${contact_id}`, body: { inbox_id, contact_id } };
}
