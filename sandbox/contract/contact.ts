import { z } from 'zod';
import { anyText, flag, httpUrl, integer, json, list, oneOf, shape, text } from './schema';

const email = z
	.string({ message: 'an email address' })
	.regex(/^[^\s@]+@[^\s@]+$/, 'an email address');

const E164 = 'Phone number should be in e164 format';
const phoneNumber = z.string({ message: E164 }).regex(/^\+[1-9]\d{1,14}$/, E164);

/** The body of `POST /contacts`. Source: [D: contact/create-contact] */
export const newContact = shape({
	inbox_id: integer,
	name: anyText.optional(),
	email: email.optional(),
	phone_number: phoneNumber.optional(),
	avatar_url: httpUrl.optional(),
	identifier: text.optional(),
});

/** The body of `PATCH /contacts/{id}`; null clears. Source: [D: contact/update-contact], avatar_url [C] */
export const contactChanges = shape({
	name: anyText.nullish(),
	email: email.nullish(),
	phone_number: phoneNumber.nullish(),
	identifier: text.nullish(),
	avatar_url: httpUrl.nullish(),
	blocked: flag.optional(),
	additional_attributes: json.optional(),
	custom_attributes: json.optional(),
});

const sortable = [
	'email',
	'name',
	'phone_number',
	'last_activity_at',
	'created_at',
	'company',
	'city',
	'country',
] as const;

/** The query of `GET /contacts`. Source: [D: contact/search-contact, contact/list-contact] */
export const contactQuery = shape({
	q: anyText.optional(),
	page: z
		.string({ message: 'a page number from 1' })
		.regex(/^[1-9]\d{0,8}$/, 'a page number from 1')
		.optional(),
	labels: text.optional(),
	'labels[]': z.union([text, list(text)], { message: 'one label or several' }).optional(),
	include_contact_inboxes: oneOf('true', 'false').optional(),
	sort: oneOf(...sortable).optional(),
	direction: oneOf('asc', 'desc').optional(),
});
export type ContactQuery = z.infer<typeof contactQuery>;
