import { refuse } from '../../refuse';
import { isObject, type JsonObject } from '../../values';
import { buildButtons } from './buttons';
import { buildHeader } from './header';
import { knownKeys } from './knownKeys';
import type { LabelOf } from './labels';
import { textVariables } from './variables';

/** The values of a template in the API's own shape, unchecked. */
export interface TemplateParameters {
	values: JsonObject;
	labelOf: LabelOf;
}

/** The part of `template_params` that holds the values, as the API documents it [S]. */
type BuiltParameters = JsonObject & { processed_params?: Record<string, string> };

/**
 * @returns the part of `template_params` that holds the values: what the user left empty is absent
 * @throws UserError for whatever WhatsApp or LiveDesk would refuse
 */
export function buildParameters({ values, labelOf }: TemplateParameters): BuiltParameters {
	if ('template_params' in values) {
		refuse(
			`'${labelOf('')}' has a wrapper that is too much`,
			`Leave out "template_params" and what is around it: give just ${Object.keys(builders).join(', ')}.`,
		);
	}
	knownKeys(labelOf(''), values, Object.keys(builders));
	const parameters: BuiltParameters = {};
	for (const [key, build] of Object.entries(builders)) {
		const built = values[key] === undefined ? undefined : build(values[key], labelOf);
		if (built !== undefined) parameters[key] = built;
	}
	return parameters;
}

const builders: Record<string, (value: unknown, labelOf: LabelOf) => unknown> = {
	processed_params: (body, labelOf) => textVariables(labelOf('processed_params'), body),
	header_params: (header, labelOf) =>
		buildHeader(requiredObject(labelOf('header_params'), header), labelOf),
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
