import { z } from 'zod';
import {
	anyText,
	flag,
	httpUrl,
	integer,
	isObject,
	list,
	mapOf,
	number,
	shape,
	text,
} from './schema';

const variables = mapOf(anyText);

/** Header fields by the header's type: just its own. */
const header = z.discriminatedUnion(
	'type',
	[
		shape({ type: z.literal('text'), text_variables: variables }),
		shape({ type: z.literal('image'), media_url: httpUrl }),
		shape({ type: z.literal('video'), media_url: httpUrl }),
		shape({ type: z.literal('document'), media_url: httpUrl, filename: text.optional() }),
		shape({
			type: z.literal('location'),
			location: shape({
				latitude: number(-90, 90),
				longitude: number(-180, 180),
				name: text.optional(),
				address: text.optional(),
			}),
		}),
	],
	{ message: 'an object whose type is text, image, video, document or location' },
);

const index = integer.min(0, 'an integer from 0');

/** Button fields by the button's type: only a URL has a suffix, only a quick reply a payload. */
const button = z.discriminatedUnion(
	'sub_type',
	[
		shape({ index, sub_type: z.literal('url'), text: text.optional() }),
		shape({ index, sub_type: z.literal('quick_reply'), payload: text.optional() }),
	],
	{ message: '"url" or "quick_reply"' },
);

const buttons = list(button).superRefine((given, context) => {
	const positions = given.map((entry) => entry.index);
	const at = positions.findIndex((position, place) => positions.indexOf(position) !== place);
	if (at < 0) return;
	const message = `The index ${positions[at]} is taken already`;
	context.addIssue({ code: 'custom', path: [at, 'index'], message });
});

export const templateParams = shape({
	name: text,
	language: text,
	namespace: text.optional(),
	category: text.optional(),
	processed_params: variables.optional(),
	header_params: header.optional(),
	footer_params: shape({ text_variables: variables }).optional(),
	button_params: buttons.optional(),
});

/** The body of a template message. Source: [S] */
export const templateBody = shape({
	content: text,
	message_type: z.literal('outgoing', { message: '"outgoing"' }),
	template_params: templateParams,
});

/** The body of a text message. Any attributes, but the quoted message is a number. Source: [S] */
export const textBody = shape({
	content: text,
	private: flag.optional(),
	content_attributes: z
		.object({ in_reply_to: integer.optional() }, { message: 'an object' })
		.passthrough()
		.optional(),
});

/** Whether a JSON message is meant as a WhatsApp template. */
export const isTemplate = (body: unknown): boolean =>
	isObject(body) && (Object.hasOwn(body, 'template_params') || Object.hasOwn(body, 'message_type'));
