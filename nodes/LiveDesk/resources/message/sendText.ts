import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { requiredText } from '../input';
import { messageExtras, type MessageExtras } from './extras';
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

export interface TextBody extends MessageExtras {
	content: string;
}

/**
 * @param text what the Text field gave
 * @param extras what the Additional Fields gave
 * @returns the body of a text message, as the API documents it [S]
 * @throws UserError for bad input
 */
export function buildText(text: unknown, extras: unknown): TextBody {
	return { content: requiredText(content.displayName, text), ...messageExtras(extras) };
}

export function prepare(read: Read): Prepared {
	return {
		...toConversation(read),
		body: buildText(read('content', ''), read('additionalFields', {})),
	};
}
