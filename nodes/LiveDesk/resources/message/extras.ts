import type { INodeProperties } from 'n8n-workflow';
import { requiredBoolean, wholeNumber } from '../input';
import { jsonObject } from '../json';
import { asObject, type JsonObject } from '../values';

const LABELS = {
	contentAttributes: 'Content Attributes',
	inReplyTo: 'In Reply To Message ID',
	private: 'Private Note',
};

/** The optional fields that a text and an attachment share. */
export const extraFields: INodeProperties[] = [
	{
		displayName: LABELS.contentAttributes,
		name: 'contentAttributes',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. { "in_reply_to": 29 }',
		description: "Attributes of the message by the API's own names, as a JSON object",
	},
	{
		displayName: LABELS.inReplyTo,
		name: 'inReplyTo',
		type: 'string',
		default: '',
		placeholder: 'e.g. 29',
		description: 'The ID of the message that this one answers',
	},
	{
		displayName: LABELS.private,
		name: 'private',
		type: 'boolean',
		default: false,
		description: 'Whether only agents see the message, not the customer',
	},
];

interface MessageExtras {
	private?: boolean;
	content_attributes?: JsonObject;
}

/**
 * @param value the collection as n8n gives it: a field that the user did not add is not in it, while one whose
 * expression gave nothing is, and is bad input (a private note must not go to the customer for lack of a value)
 * @returns what goes on the wire: just what was set, attributes and reply merged
 * @throws UserError for a reply that is no message ID, and for attributes that are no JSON object
 */
export function messageExtras(value: unknown): MessageExtras {
	const fields = asObject(value);
	const extras: MessageExtras = {};
	if ('private' in fields) extras.private = requiredBoolean(LABELS.private, fields.private);

	const attributes =
		'contentAttributes' in fields
			? jsonObject(LABELS.contentAttributes, fields.contentAttributes)
			: {};
	const reply =
		'inReplyTo' in fields
			? replyTo(LABELS.inReplyTo, fields.inReplyTo)
			: 'in_reply_to' in attributes
				? replyTo(`${LABELS.contentAttributes} > in_reply_to`, attributes.in_reply_to)
				: {};
	const merged = { ...attributes, ...reply };
	if (Object.keys(merged).length > 0) extras.content_attributes = merged;
	return extras;
}

const replyTo = (label: string, id: unknown) => ({ in_reply_to: wholeNumber(label, id, 1) });
