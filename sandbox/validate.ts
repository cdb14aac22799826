import { anyText, flag, httpUrl, integer, matching, object, shape, text } from './check';
import type { Check } from './check';
import type { JsonObject } from './types';

/** `content_attributes`: any fields, but the message that is answered is given by its number. */
export const contentAttributes: Check = (value, field) => {
	object(value, field);
	const attributes = value as JsonObject;
	if (Object.hasOwn(attributes, 'in_reply_to')) {
		integer(attributes.in_reply_to, `${field}.in_reply_to`);
	}
};

/** The body of a text message. */
export const textBody = shape(
	{ content: text },
	{ private: flag, content_attributes: contentAttributes },
);

/** The body of `POST /contacts`. */
export const contactBody = shape(
	{ inbox_id: integer },
	{
		name: anyText,
		email: matching(/^[^\s@]+@[^\s@]+$/, 'an email address'),
		phone_number: matching(/^\+[1-9]\d{1,14}$/, 'a phone number in E.164 format'),
		avatar_url: httpUrl,
		identifier: text,
	},
);

/** The body of `POST /conversations`; that exactly one of the two ids is given is checked there. */
export const conversationBody = shape(
	{ inbox_id: integer },
	{ contact_id: integer, source_id: text },
);
