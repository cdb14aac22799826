import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { requiredText } from '../input';
import { messageExtras } from './extras';
import { MESSAGES_URL } from './urls';

export const option: INodePropertyOptions = {
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text message to the customer, or a private note to agents',
	routing: { request: { method: 'POST', url: MESSAGES_URL } },
};

const content: INodeProperties = {
	displayName: 'Text',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Your order has shipped',
	description: 'The text of the message',
};

export const fields = [content];

export function prepare(read: Read): Prepared {
	return {
		...toConversation(read),
		body: {
			content: requiredText(content.displayName, read('content', '')),
			...messageExtras(read('additionalFields', {})),
		},
	};
}
