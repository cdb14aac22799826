import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requiredId } from '../checks';
import { conversationIdOf, type Read } from '../fields';

export const option: INodePropertyOptions = {
	name: 'Retry',
	value: 'retry',
	action: 'Retry a failed message',
	description: 'Send a message again that the channel did not deliver',
	routing: {
		request: {
			method: 'POST',
			url: '/api/v2/accounts/conversations/:conversation_id/messages/:message_id/retry',
		},
	},
};

const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3030',
	description: "The ID of a message whose status is 'failed'",
};

export const fields = [messageId];

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(read: Read) {
	const conversationId = conversationIdOf(read('conversationId', ''));
	return {
		path: {
			conversation_id: conversationId,
			message_id: requiredId(messageId.displayName, read('messageId', '')),
		},
		lane: conversationId,
		answersEmpty: true,
	};
}
