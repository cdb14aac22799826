import {
	anyText,
	httpUrl,
	index,
	listOf,
	mapOf,
	number,
	object,
	oneOf,
	shape,
	text,
} from './check';
import type { Check } from './check';
import { invalid } from './refusal';
import type { JsonObject } from './types';

const variables = mapOf(anyText);
const location = shape(
	{ latitude: number(-90, 90), longitude: number(-180, 180) },
	{ name: text, address: text },
);

/** Header fields by the header's type: just its own. */
const headers: Record<string, Check> = {
	text: shape({ type: text, text_variables: variables }),
	image: shape({ type: text, media_url: httpUrl }),
	video: shape({ type: text, media_url: httpUrl }),
	document: shape({ type: text, media_url: httpUrl }, { filename: text }),
	location: shape({ type: text, location }),
};

const header: Check = (value, field) => {
	object(value, field);
	const { type } = value as JsonObject;
	oneOf(...Object.keys(headers))(type, `${field}.type`);
	headers[type as string](value, field);
};

/** Button fields by the button's type: only a URL has a suffix, only a quick reply a payload. */
const buttons: Record<string, Check> = {
	url: shape({ index, sub_type: text }, { text }),
	quick_reply: shape({ index, sub_type: text }, { payload: text }),
};

const button: Check = (value, field) => {
	object(value, field);
	const type = (value as JsonObject).sub_type;
	oneOf(...Object.keys(buttons))(type, `${field}.sub_type`);
	buttons[type as string](value, field);
};

const buttonList: Check = (value, field) => {
	listOf(button)(value, field);
	const positions = (value as JsonObject[]).map((entry) => entry.index);
	const twice = positions.findIndex((position, at) => positions.indexOf(position) !== at);
	if (twice >= 0)
		throw invalid(`${field}.${twice}.index is taken already`, `${field}.${twice}.index`);
};

const params = shape(
	{ name: text, language: text },
	{
		namespace: text,
		category: text,
		processed_params: variables,
		header_params: header,
		footer_params: shape({ text_variables: variables }),
		button_params: buttonList,
	},
);

/** Whether a JSON message is meant as a WhatsApp template. */
export const isTemplate = (body: unknown): boolean =>
	typeof body === 'object' &&
	body !== null &&
	(Object.hasOwn(body, 'template_params') || Object.hasOwn(body, 'message_type'));

/** The body of a template message; throws a Refusal (422) that names the first wrong field. */
export const templateBody = shape({
	content: text,
	message_type: oneOf('outgoing'),
	template_params: params,
});
