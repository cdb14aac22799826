import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read, Resource } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { requiredId } from '../input';
import { RETRY_URL } from './urls';

export const option: INodePropertyOptions = {
	name: 'Retry',
	value: 'retry',
	action: 'Retry a failed message',
	description: 'Ask LiveDesk to send a failed message again',
	routing: { request: { method: 'POST', url: RETRY_URL } },
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

export const subject: Resource['subject'] = { noun: 'message', done: 'retried' };

export function prepare(read: Read): Prepared {
	const { path, lane } = toConversation(read);
	const message_id = requiredId(messageId.displayName, read('messageId', ''));
	return { path: { ...path, message_id }, lane, answersEmpty: true };
}
