import type { INodeProperties } from 'n8n-workflow';
import { buttonsField } from './buttons';
import { headerFields } from './headerForm';
import { variablesField } from './variables';

export const content: INodeProperties = {
	displayName: 'Chat Text',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: 'e.g. Order update for John: shipped',
	description: 'What agents see in the LiveDesk chat window. The customer sees the template.',
};

export const templateName: INodeProperties = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order_update',
	description: 'The name of a template that WhatsApp has approved',
};

export const templateLanguage: INodeProperties = {
	displayName: 'Template Language',
	name: 'templateLanguage',
	type: 'string',
	required: true,
	default: 'en_US',
	placeholder: 'e.g. en_US',
	description: "The code of the template's language",
};

const specifyParameters: INodeProperties = {
	displayName: 'Specify Parameters',
	name: 'parameterMode',
	type: 'options',
	default: 'fields',
	description: 'How to give the values of the template',
	options: [
		{ name: 'Using Fields Below', value: 'fields' },
		{ name: 'Using JSON', value: 'json' },
	],
};

export const bodyVariables = variablesField(
	'Body Variables',
	'bodyVariables',
	"The values for the variables of the template's body",
);

export const footerVariables = variablesField(
	'Footer Variables',
	'footerVariables',
	"The values for the variables of the template's footer",
);

export const parametersJson: INodeProperties = {
	displayName: 'Parameters (JSON)',
	name: 'parametersJson',
	type: 'json',
	typeOptions: { rows: 8 },
	default: '{}',
	placeholder: 'e.g. { "processed_params": { "1": "John" } }',
	description:
		"An object with processed_params, header_params, footer_params and button_params, all optional, by the API's own names",
	displayOptions: { show: { parameterMode: ['json'] } },
};

export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
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
	],
};

const inFieldsMode = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { parameterMode: ['fields'], ...field.displayOptions?.show } },
});

/** All fields that only a template has, in the order of the panel. */
export const templateFields: INodeProperties[] = [
	templateName,
	templateLanguage,
	content,
	specifyParameters,
	...[...headerFields, bodyVariables, footerVariables, buttonsField].map(inFieldsMode),
	parametersJson,
];
