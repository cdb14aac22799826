import type { INodePropertyOptions } from 'n8n-workflow';
import { isObject, optionalText, requiredText, type JsonObject } from '../checks';
import { conversationIdOf, type Read } from '../fields';
import { content, templateFields, templateLanguage, templateName } from './template/fields';
import { buildParameters, readParameters, type TemplateParameters } from './template/parameters';

export const option: INodePropertyOptions = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send a WhatsApp template',
	description:
		'Send a WhatsApp template with its variables and buttons, also after the 24-hour window',
	routing: {
		request: {
			method: 'POST',
			url: '/api/v2/accounts/conversations/:conversation_id/messages',
		},
	},
};

export const fields = templateFields;

/** What the fields gave, unchecked. */
export interface TemplateInput {
	content: unknown;
	name: unknown;
	language: unknown;
	additionalFields?: unknown;
	parameters: TemplateParameters;
}

export interface TemplateBody {
	content: string;
	message_type: 'outgoing';
	template_params: JsonObject;
}

/**
 * @returns the body of a template message, as the API documents it: what the user left empty is absent
 * @throws UserError for bad input, naming the field
 */
export function buildTemplate(input: TemplateInput): TemplateBody {
	const extras = isObject(input.additionalFields) ? input.additionalFields : {};
	const namespace = optionalText('Namespace', extras.namespace);
	const category = optionalText('Category', extras.category);
	return {
		content: requiredText(content.displayName, input.content),
		message_type: 'outgoing',
		template_params: {
			name: requiredText(templateName.displayName, input.name),
			...(namespace === undefined ? {} : { namespace }),
			language: requiredText(templateLanguage.displayName, input.language),
			...(category === undefined ? {} : { category }),
			...buildParameters(input.parameters),
		},
	};
}

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(read: Read) {
	const conversationId = conversationIdOf(read('conversationId', ''));
	return {
		path: { conversation_id: conversationId },
		lane: conversationId,
		body: buildTemplate({
			content: read('content', ''),
			name: read('templateName', ''),
			language: read('templateLanguage', ''),
			additionalFields: read('additionalFields', {}),
			parameters: readParameters(read),
		}),
	};
}
