import type { IExecuteSingleFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { optionalText, requiredText } from '../input';
import { asObject, type JsonObject } from '../values';
import { filledIn, pastedText } from './template/chatText';
import { buildParameters, type TemplateParameters } from './template/parameters';
import { parametersFields, readParameters } from './template/parametersForm';
import { MESSAGES_URL } from './urls';

export const option: INodePropertyOptions = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send a WhatsApp template',
	description:
		'Send a WhatsApp template with its variables and buttons, also after the 24-hour window',
	routing: { request: { method: 'POST', url: MESSAGES_URL } },
};

const templateName: INodeProperties = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order_update',
	description: 'The name of a template that WhatsApp has approved',
};

const templateLanguage: INodeProperties = {
	displayName: 'Template Language',
	name: 'templateLanguage',
	type: 'string',
	required: true,
	default: 'en_US',
	placeholder: 'e.g. en_US',
	description: "The code of the template's language",
};

const chatText: INodeProperties = {
	displayName: 'Chat Text',
	name: 'chatText',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: 'e.g. Order update for {{1}}: {{2}}',
	hint: "Paste the template's own text: {{1}} or {{name}} takes the value of that body variable",
	description: 'What agents see in the LiveDesk chat window. The customer sees the template.',
};

export const extraFields: INodeProperties[] = [
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		default: 'UTILITY',
		description: "The template's category at WhatsApp",
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION' },
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Utility', value: 'UTILITY' },
		],
	},
	{
		displayName: 'Namespace',
		name: 'namespace',
		type: 'string',
		default: '',
		description:
			"The template's namespace, for channels of WhatsApp Cloud and 360dialog that need it",
	},
];

export const fields = [templateName, templateLanguage, chatText, ...parametersFields];

/** What the fields gave, unchecked. */
interface TemplateInput {
	chatText: unknown;
	name: unknown;
	language: unknown;
	additionalFields?: unknown;
	parameters: TemplateParameters;
}

interface TemplateBody {
	content: string;
	message_type: 'outgoing';
	template_params: JsonObject;
}

/**
 * @returns the body of a template message, as the API documents it [S]: what the user left empty is absent
 * @throws UserError for bad input, naming the field
 */
function buildTemplate(input: TemplateInput): TemplateBody {
	const extras = asObject(input.additionalFields);
	const namespace = optionalText('Namespace', extras.namespace);
	const category = optionalText('Category', extras.category);
	const text = requiredText(chatText.displayName, input.chatText);
	const name = requiredText(templateName.displayName, input.name);
	const language = requiredText(templateLanguage.displayName, input.language);
	const parameters = buildParameters(input.parameters);
	return {
		content: filledIn(chatText.displayName, text, parameters.processed_params),
		message_type: 'outgoing',
		template_params: {
			name,
			namespace,
			language,
			category,
			...parameters,
		},
	};
}

export function prepare(this: IExecuteSingleFunctions, read: Read): Prepared {
	const raw = this.getNodeParameter(chatText.name, '', { rawExpressions: true });
	return {
		...toConversation(read),
		body: buildTemplate({
			chatText: pastedText(chatText.displayName, raw) ?? read(chatText.name, ''),
			name: read(templateName.name, ''),
			language: read(templateLanguage.name, ''),
			additionalFields: read('additionalFields', {}),
			parameters: readParameters(read),
		}),
	};
}
