import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requiredText } from '../checks';
import { conversationIdOf, type Read } from '../fields';
import { messageExtras, type MessageExtras } from './additionalFields';

export const option: INodePropertyOptions = {
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description: 'Send a text into a conversation, to the customer or as a private note',
	routing: {
		request: {
			method: 'POST',
			url: '/api/v2/accounts/conversations/:conversation_id/messages',
		},
	},
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
 * @returns the body of a text message, as the API documents it
 * @throws UserError for bad input
 */
export function buildText(text: unknown, extras: unknown): TextBody {
	return { content: requiredText(content.displayName, text), ...messageExtras(extras) };
}

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(read: Read) {
	const conversationId = conversationIdOf(read('conversationId', ''));
	return {
		path: { conversation_id: conversationId },
		lane: conversationId,
		body: buildText(read('content', ''), read('additionalFields', {})),
	};
}
