import type { INodeProperties } from 'n8n-workflow';
import type { Read } from '../../../delivery/operation';
import { jsonObject } from '../../json';
import { buttonsField, buttonsOfForm } from './buttonsForm';
import { headerFields, headerLabels, headerOfForm } from './headerForm';
import type { LabelOf, Labels } from './labels';
import type { TemplateParameters } from './parameters';
import { namedVariables, variablesField } from './variablesForm';

const parameterMode: INodeProperties = {
	displayName: 'Specify Parameters',
	name: 'parameterMode',
	type: 'options',
	default: 'fields',
	description: 'How to give the values for the variables and buttons of the template',
	options: [
		{ name: 'Using Fields Below', value: 'fields' },
		{ name: 'Using JSON', value: 'json' },
	],
};

const bodyVariables = variablesField(
	'Body Variables',
	'bodyVariables',
	"The values for the variables of the template's body",
);

const footerVariables = variablesField(
	'Footer Variables',
	'footerVariables',
	"The values for the variables of the template's footer",
);

const parametersJson: INodeProperties = {
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

const inFieldsMode = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { parameterMode: ['fields'], ...field.displayOptions?.show } },
});

/** The fields that the values of a template come from, in the order of the panel. */
export const parametersFields: INodeProperties[] = [
	parameterMode,
	...[...headerFields, bodyVariables, footerVariables, buttonsField].map(inFieldsMode),
	parametersJson,
];

/** The labels of the forms by the path of their values in `template_params`. */
const formLabels: Labels = {
	...headerLabels,
	processed_params: bodyVariables.displayName,
	'footer_params.text_variables': footerVariables.displayName,
	button_params: buttonsField.displayName,
};

/**
 * @returns what the user gave, unchecked, whether by form or by JSON
 * @throws UserError for a form that is no list of rows, and for text that is no JSON object
 */
export function readParameters(read: Read): TemplateParameters {
	if (read(parameterMode.name, 'fields') !== 'json') {
		return { values: valuesOfForm(read), labelOf: (path) => formLabels[path] ?? path };
	}
	const label = parametersJson.displayName;
	const labelOf: LabelOf = (path) => (path === '' ? label : `${label} > ${path}`);
	return { values: jsonObject(label, read(parametersJson.name, '{}')), labelOf };
}

function valuesOfForm(read: Read): TemplateParameters['values'] {
	const namedBy = ({ name, displayName }: INodeProperties) =>
		namedVariables(displayName, read(name, {}));
	return {
		processed_params: namedBy(bodyVariables),
		header_params: headerOfForm(read),
		footer_params: { text_variables: namedBy(footerVariables) },
		button_params: buttonsOfForm(read(buttonsField.name, {})),
	};
}
