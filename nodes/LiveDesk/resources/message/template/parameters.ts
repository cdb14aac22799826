import { isObject, refuse, type JsonObject } from '../../checks';
import type { Read } from '../../fields';
import { jsonObject, knownKeys } from '../../json';
import { buildButtons, buttonsField, buttonsOfForm } from './buttons';
import { bodyVariables, footerVariables, parametersJson } from './fields';
import { buildHeader, type LabelOf } from './header';
import { headerLabelOf, headerOfForm } from './headerForm';
import { namedVariables, textVariables } from './variables';

/** The values of a template in the API's own shape, and how to name a part of them to the user. */
export interface TemplateParameters {
	values: JsonObject;
	labelOf: LabelOf;
}

/** @returns what the user gave, unchecked, whether by form or by JSON */
export function readParameters(read: Read): TemplateParameters {
	return read('parameterMode', 'fields') === 'json'
		? parametersOfJson(read)
		: parametersOfForm(read);
}

function parametersOfJson(read: Read): TemplateParameters {
	const label = parametersJson.displayName;
	return {
		values: jsonObject(label, read(parametersJson.name, '{}')),
		labelOf: (key) => (key === '' ? label : `${label} > ${key}`),
	};
}

function parametersOfForm(read: Read): TemplateParameters {
	const namedBy = ({ name, displayName }: { name: string; displayName: string }) =>
		namedVariables(displayName, read(name, {}));
	return {
		values: {
			processed_params: namedBy(bodyVariables),
			header_params: headerOfForm(read),
			footer_params: { text_variables: namedBy(footerVariables) },
			button_params: buttonsOfForm(read(buttonsField.name, {})),
		},
		labelOf(key) {
			if (key.startsWith('header_params')) return headerLabelOf(key.replace('header_params.', ''));
			if (key.startsWith('footer_params')) return footerVariables.displayName;
			return key === 'button_params' ? buttonsField.displayName : bodyVariables.displayName;
		},
	};
}

/**
 * @returns the part of `template_params` that holds the values: what the user left empty is absent
 * @throws UserError for whatever WhatsApp or LiveDesk would refuse
 */
export function buildParameters({ values, labelOf }: TemplateParameters): JsonObject {
	knownKeys(labelOf(''), values, Object.keys(builders));
	const parameters: JsonObject = {};
	for (const [key, build] of Object.entries(builders)) {
		const built = values[key] === undefined ? undefined : build(values[key], labelOf);
		if (built !== undefined) parameters[key] = built;
	}
	return parameters;
}

const builders: Record<string, (value: unknown, labelOf: LabelOf) => unknown> = {
	processed_params: (body, labelOf) => textVariables(labelOf('processed_params'), body),
	header_params(header, labelOf) {
		const labelInHeader: LabelOf = (key) =>
			labelOf(key === '' ? 'header_params' : `header_params.${key}`);
		return buildHeader(requiredObject(labelOf('header_params'), header), labelInHeader);
	},
	footer_params(footer, labelOf) {
		const label = labelOf('footer_params');
		const { text_variables: variables, ...rest } = requiredObject(label, footer);
		knownKeys(label, rest, ['text_variables']);
		const built = textVariables(labelOf('footer_params.text_variables'), variables);
		return built && { text_variables: built };
	},
	button_params: (buttons, labelOf) => buildButtons(labelOf('button_params'), buttons),
};

function requiredObject(label: string, value: unknown): JsonObject {
	if (!isObject(value)) refuse(`'${label}' is not an object`, 'Write it in braces: { … }.');
	return value;
}
