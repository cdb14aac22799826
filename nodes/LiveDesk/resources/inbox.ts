import type { INodeProperties } from 'n8n-workflow';
import { wholeNumber } from './input';

/** One field for contacts and conversations: n8n evaluates each property once more for each other one of its name. */
export const inbox: INodeProperties = {
	displayName: 'Inbox (Channel) ID',
	name: 'inboxId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 523',
	description:
		"The channel's ID: in LiveDesk under Project Settings > Channels, in the settings of the channel",
	displayOptions: {
		show: { resource: ['contact', 'conversation'], operation: ['create', 'upsert'] },
	},
};

/** @throws UserError unless the value is a whole number from 1 */
export const inboxIdOf = (value: unknown) => wholeNumber(inbox.displayName, value, 1);
