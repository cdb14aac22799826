import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** What n8n adds to a node that an agent can use. */
export const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

/** @returns what n8n drops when it loads the node, and what its panel would object to */
export function problemsOf(node: INode, description: INodeTypeDescription): string[] {
	const given = Object.fromEntries(
		Object.entries(node.parameters).filter(([name]) => !TOOL_PARAMETERS.includes(name)),
	);
	const { properties } = description;
	const whole = { ...node, parameters: given };
	const loaded =
		NodeHelpers.getNodeParameters(properties, given, true, false, whole, description) ?? {};
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter(loaded, property, whole, description),
	);
	const issues = NodeHelpers.getNodeParametersIssues(
		properties,
		{ ...whole, parameters: loaded },
		description,
	);
	return [
		...missing(given, loaded),
		...Object.values(issues?.parameters ?? {}).flat(),
		...strangeChoices(shown, given),
	];
}

/** @returns the menus that are set to what they do not offer; n8n looks only at those outside collections */
function strangeChoices(properties: INodeProperties[], given: INodeParameters): string[] {
	return properties
		.filter(({ name }) => given[name] !== undefined)
		.flatMap(({ name, type, options = [] }) => {
			const value = given[name];
			if (type === 'collection') {
				return strangeChoices(options as INodeProperties[], value as INodeParameters);
			}
			if (type === 'fixedCollection') {
				return (options as INodePropertyCollection[]).flatMap((group) => {
					const held = (value as Record<string, INodeParameters | INodeParameters[] | undefined>)[
						group.name
					];
					// Several rows, or the only one that a collection may have.
					return [held ?? []].flat().flatMap((row) => strangeChoices(group.values, row));
				});
			}
			const offered = (options as INodePropertyOptions[]).map((option) => option.value);
			const isStrange = type === 'options' && !offered.includes(value as string);
			return isStrange && !String(value).startsWith('=') ? [`${name}: ${String(value)}`] : [];
		});
}

/** @returns the paths of what is in one value and not in another */
function missing(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return given === kept ? [] : [path];
	return Object.entries(given).flatMap(([key, value]) =>
		missing(value, (kept as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
	);
}
