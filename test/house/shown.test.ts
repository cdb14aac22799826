import { NodeHelpers, type INodeProperties, type INodePropertyCollection } from 'n8n-workflow';
import type { Operation } from '../../nodes/LiveDesk/delivery/operation';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';
import {
	ADDITIONAL_FIELDS,
	MENUS,
	OPERATIONS,
	OPTIONS_SHOWN,
	PARAMETERS,
} from '../support/contract';

const { description } = new LiveDesk();
/** What stands on the node's tab Settings is there for all operations. */
const panel = description.properties.filter(({ isNodeSetting }) => !isNodeSetting);
const named = (wanted: string) => description.properties.find(({ name }) => name === wanted);

type Values = Record<string, string | boolean>;

/** The names of the fields that n8n shows for these values. */
const shown = (fields: INodeProperties[], values: Values, root = values) =>
	fields
		.filter((field) =>
			NodeHelpers.displayParameter(values, field, { typeVersion: 1 }, description, root),
		)
		.map(({ name }) => name);

/** The names of the parameters that the contract shows for these values. */
const expected = (values: Values) =>
	PARAMETERS.filter(
		({ resource = String(values.resource), operations = [String(values.operation)], when = {} }) =>
			[resource].flat().includes(String(values.resource)) &&
			operations.includes(String(values.operation)) &&
			Object.entries(when).every(([name, wanted]) => wanted.includes(values[name])),
	).map(({ name }) => name);

const everywhere = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	operations.map((operation) => ({ resource, operation })),
);

/** What an operation says of itself: its file, or its folder, is called as it is. */
const moduleOf = ({ resource, operation }: { resource: string; operation: string }) =>
	jest.requireActual<Partial<Operation>>(`../../nodes/LiveDesk/resources/${resource}/${operation}`);

/** The parameters on which others depend, by the contract. */
const decisive = [...new Set(PARAMETERS.flatMap(({ when = {} }) => Object.keys(when)))];
const valuesOf = (name: string) => MENUS.find(([menu]) => menu === name)?.[1] ?? [true, false];

/** Every combination of their values, those included that another operation left over. */
const choices = decisive.reduce<Values[]>(
	(some, name) =>
		some.flatMap((choice) => valuesOf(name).map((value) => ({ ...choice, [name]: value }))),
	[{}],
);

describe.each(everywhere)('$resource, $operation', (where) => {
	test.each(choices)('shows just its own fields: %j', (choice) => {
		const values = { ...where, ...choice };
		expect(shown(panel, values)).toEqual(['resource', 'operation', ...expected(values)]);
	});

	test('offers just the options that mean something to it', () => {
		// What may be repeated without harm is, and LiveDesk's retry never: there is nothing to choose.
		const { subject } = moduleOf(where);
		const shows: typeof OPTIONS_SHOWN = {
			...OPTIONS_SHOWN,
			lostAnswer: () => subject?.isRepeatable !== true && subject?.done !== 'retried',
		};
		const options = named('options')?.options as INodeProperties[];
		const { resource, operation } = where;
		const offered = options
			.map(({ name }) => name)
			.filter((name) => shows[name]?.(resource, operation) ?? true);
		expect(shown(options, {}, where)).toEqual(offered);
	});
});

test.each(everywhere)('$resource, $operation offers just its own additional fields', (where) => {
	const fields = named('additionalFields')?.options as INodeProperties[];
	const offered = shown(panel, where).includes('additionalFields') ? shown(fields, {}, where) : [];
	expect(offered).toEqual(ADDITIONAL_FIELDS[`${where.resource} ${where.operation}`] ?? []);
});

test.each(['url', 'quick_reply'])('shows just its own field of a button: %s', (subType) => {
	const [{ values }] = named('buttons')?.options as INodePropertyCollection[];
	const own = subType === 'url' ? 'text' : 'payload';
	expect(shown(values, { subType })).toEqual(['index', 'subType', own]);
});
