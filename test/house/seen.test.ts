import { NodeHelpers, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';
import { OPERATIONS as SEEN, type SeenOperation } from '../e2e/editor/operations';

const { description } = new LiveDesk();
/** What stands on the node's tab Settings is not in the panel. */
const panel = description.properties.filter(({ isNodeSetting }) => !isNodeSetting);
const optionsOf = (of: INodeProperties) => (of.options ?? []) as INodePropertyOptions[];
const fieldsIn = (name: string) =>
	(panel.find((field) => field.name === name)?.options ?? []) as INodeProperties[];

type Values = Record<string, INodeProperties['default']>;

/** The labels that n8n shows for these values. */
const labels = (fields: INodeProperties[], values: Values, root = values) =>
	fields
		.filter((field) =>
			NodeHelpers.displayParameter(values, field, { typeVersion: 1 }, description, root),
		)
		.map(({ displayName }) => displayName);

/** What a new node shows of an operation, by the description of the node. */
function seenOf(resource: INodePropertyOptions, operation: INodePropertyOptions): SeenOperation {
	const where = { resource: resource.value, operation: operation.value };
	const defaults = Object.fromEntries(panel.map((field) => [field.name, field.default]));
	const shown = labels(panel, { ...defaults, ...where });
	const hasMore = shown.includes('Additional Fields');
	return {
		action: String(operation.action),
		resource: resource.name,
		operation: operation.name,
		labels: ['Credential', ...shown],
		...(hasMore ? { additionalFields: labels(fieldsIn('additionalFields'), {}, where) } : {}),
		options: labels(fieldsIn('options'), {}, where),
	};
}

const [resources] = panel;
const all = optionsOf(resources).flatMap((resource) =>
	panel
		.filter(({ name, displayOptions }) => name === 'operation' && isOf(displayOptions, resource))
		.flatMap((menu) => optionsOf(menu).map((operation) => seenOf(resource, operation))),
);

function isOf(
	{ show = {} }: INodeProperties['displayOptions'] = {},
	{ value }: INodePropertyOptions,
) {
	return show.resource?.includes(value) === true;
}

// Only the end-to-end suite looks at the editor itself: this tells in a second what it would find after minutes.
test('test/e2e/editor/operations.ts has all that a person sees of each operation', () => {
	expect(SEEN).toEqual(all);
});
