import type { INodeProperties } from 'n8n-workflow';
import { isBlank, isObject, refuse, requiredId, requiredText } from './checks';

/**
 * Reads one parameter of the current item, its expression evaluated.
 *
 * @param name the parameter's name
 * @param fallback what to give where the workflow does not hold the parameter
 */
export type Read = (name: string, fallback?: unknown) => unknown;

/** The id in any link of the LiveDesk console that shows a conversation. */
const CONVERSATION_IN_LINK = '/conversations/([A-Za-z0-9_-]+)';

/**
 * Says in one place where fields show.
 *
 * @param operations which of the resource's operations have them
 * @returns the same fields, each shown just there, besides its own conditions
 */
export function showFor(
	resource: string,
	operations: string[],
	fields: INodeProperties[],
): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: operations, ...field.displayOptions?.show },
		},
	}));
}

export const conversation: INodeProperties = {
	displayName: 'Conversation',
	name: 'conversationId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The conversation to send the message to',
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
						errorMessage: "An ID has only letters, digits, '_' and '-'",
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
						errorMessage: 'The link does not contain /conversations/ with an ID behind it',
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
			'Copy the link of an open conversation from the LiveDesk console: it contains /conversations/ with an ID behind it.',
		);
	}
	return found[1];
}

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
