import type { INodeProperties } from 'n8n-workflow';
import { wholeNumber } from './checks';

export const inbox: INodeProperties = {
	displayName: 'Inbox ID',
	name: 'inboxId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 523',
	description:
		"The channel's ID: in LiveDesk under Project Settings > Channels, in the settings of the channel",
};

/** @throws UserError unless the value is a whole number from 1 */
export const inboxIdOf = (value: unknown) => wholeNumber(inbox.displayName, value, 1);
