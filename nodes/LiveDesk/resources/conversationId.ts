import type { INodeProperties } from 'n8n-workflow';
import type { Prepared, Read } from '../delivery/operation';
import { requiredId, requiredText } from './input';
import { refuse } from './refuse';
import { isBlank, isObject } from './values';

/** The ID in any link of the LiveDesk console that shows a conversation. Source: [C], Chatwoot's console. */
const CONVERSATION_IN_LINK = '/conversations/([A-Za-z0-9_-]+)';

/** One field for messages and conversations: n8n evaluates each property once more for each other one of its name. */
export const conversation: INodeProperties = {
	displayName: 'Conversation',
	name: 'conversationId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The conversation in LiveDesk',
	displayOptions: {
		show: { resource: ['conversation', 'message'] },
		hide: { operation: ['create'] },
	},
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 141',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '[A-Za-z0-9_-]+',
						errorMessage: 'Not a valid conversation ID',
					},
				},
			],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://livedesk.engagelab.com/app/accounts/14/conversations/141',
			hint: 'Open the conversation in the LiveDesk console and copy the link',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: `.*${CONVERSATION_IN_LINK}.*`,
						errorMessage: 'Not a link to a conversation',
					},
				},
			],
			extractValue: { type: 'regex', regex: CONVERSATION_IN_LINK },
		},
	],
};

/**
 * @param value the locator, or what an expression put in its place
 * @returns the conversation's ID: one safe URL segment
 * @throws UserError when there is none
 */
export function conversationIdOf(value: unknown): string {
	const { displayName } = conversation;
	if (!isObject(value) || !('mode' in value)) return requiredId(displayName, value);
	if (value.mode !== 'url' || isBlank(value.value)) return requiredId(displayName, value.value);
	const link = requiredText(displayName, value.value);
	const found = new RegExp(`${CONVERSATION_IN_LINK}(?:[/?#]|$)`).exec(link);
	if (!found) {
		refuse(
			`'${displayName}' is not a link to a conversation`,
			'Copy the link of an open conversation from the LiveDesk console: it contains /conversations/ and an ID.',
		);
	}
	return found[1];
}

/**
 * @returns where a request to the item's conversation goes, and that it keeps its order there. IDs count as different
 * when they are written differently: `7` and `007` may be one conversation or two, LiveDesk does not say.
 */
export function toConversation(read: Read): Pick<Prepared, 'path' | 'lane'> {
	const id = conversationIdOf(read(conversation.name, ''));
	return { path: { conversation_id: id }, lane: id };
}
