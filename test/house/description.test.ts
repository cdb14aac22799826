import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';
import { FIELDS, MENUS, OPERATIONS, PARAMETERS, RANGES } from '../support/contract';

const { description } = new LiveDesk();
// n8n's own option Batching & Co., which every declarative node has.
const parameters = description.properties.filter(({ name }) => name !== 'requestOptions');
const named = (name: string) => parameters.filter((parameter) => parameter.name === name);
const optionsOf = ({ options = [] }: INodeProperties) => options as INodePropertyOptions[];

type Placed = [path: string, field: INodeProperties];

/** Fields and the fields within them, however deep, in the order of the panel. */
const everyIn = (fields: INodeProperties[], path = ''): Placed[] =>
	fields.flatMap((field) => [
		[`${path}${field.name}`, field] as Placed,
		...everyWithin(field, `${path}${field.name}.`),
	]);

function everyWithin({ type, options = [] }: INodeProperties, path = ''): Placed[] {
	if (type === 'collection') return everyIn(options as INodeProperties[], path);
	if (type !== 'fixedCollection') return [];
	const groups = options as INodePropertyCollection[];
	return groups.flatMap(({ name, values }) => everyIn(values, `${path}${name}.`));
}

const everyField = everyIn(parameters).map(([, field]) => field);

describe('the node, as test/support/contract has it,', () => {
	test('keeps names, labels, types and defaults, in the order of the panel', () => {
		const kept = parameters
			.filter(({ name }) => !['resource', 'operation'].includes(name))
			.map((parameter) => ({
				name: parameter.name,
				label: parameter.displayName,
				type: parameter.type,
				default: parameter.default,
				required: parameter.required === true,
			}));
		expect(kept).toEqual(
			PARAMETERS.map((parameter) => ({
				name: parameter.name,
				label: parameter.label,
				type: parameter.type,
				default: parameter.default,
				required: parameter.required === true,
			})),
		);
	});

	test('keeps the fields of every collection and list, with types and defaults', () => {
		const owners = parameters.filter(({ type }) => /collection$/i.test(type));
		const kept = owners.map((owner) => [
			owner.name,
			everyWithin(owner).map(([path, field]) => [path, [field.type, field.default]]),
		]);
		expect(kept).toEqual(FIELDS.map(([name, fields]) => [name, Object.entries(fields)]));
	});

	test('has each name once, since n8n evaluates it again for each further time that it stands there', () => {
		const names = parameters.map(({ name }) => name);
		const again = names.filter((name, index) => names.indexOf(name) < index);
		// A menu for each resource, and a contact that is shown only where it was chosen to give one.
		expect(again).toEqual(['operation', 'operation', 'contactId']);
	});

	test('keeps the values of every menu, and the default among them', () => {
		const menus = everyField.filter(({ type }) => type === 'options');
		const values = menus.map((menu) => optionsOf(menu).map(({ value }) => value));
		expect(menus.map(({ name }, index) => [name, values[index]])).toEqual(MENUS);
		menus.forEach((menu, index) => expect(values[index]).toContain(menu.default));
	});

	test('keeps the ways to give a conversation', () => {
		const [{ modes = [] }] = named('conversationId');
		expect(modes.map(({ name, type }) => [name, type])).toEqual([
			['id', 'string'],
			['url', 'string'],
		]);
	});

	test('keeps the ways to give a contact', () => {
		const fields = named('contactId');
		expect(fields).not.toEqual([]);
		for (const { modes = [] } of fields) {
			expect(modes.map(({ name, type }) => [name, type])).toEqual([
				['list', 'list'],
				['id', 'string'],
			]);
		}
	});

	test('keeps the range of numbers', () => {
		const limits = everyField
			.filter(({ type }) => type === 'number')
			.map(({ name, typeOptions = {} }) => [name, typeOptions.minValue, typeOptions.maxValue]);
		expect(limits).toEqual(RANGES);
	});

	test('keeps its type name, version and credential, and an agent can use it', () => {
		expect(description).toMatchObject({
			name: 'liveDesk',
			displayName: 'LiveDesk',
			version: 1,
			usableAsTool: true,
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'liveDeskApi', required: true }],
		});
	});
});

describe('the sending', () => {
	test('is left to delivery by every operation, with nothing that would loosen the order', () => {
		const operations = named('operation').flatMap(optionsOf);
		const values = operations.map(({ value }) => value);
		expect(values.sort()).toEqual(Object.values(OPERATIONS).flat().sort());
		const hook = expect.any(Function) as unknown;
		for (const { action, routing } of operations) {
			expect({ action, routing }).toMatchObject({
				action,
				routing: {
					send: { paginate: true },
					operations: { pagination: hook },
					output: { postReceive: [hook] },
				},
			});
			expect(Object.keys(routing?.send ?? {})).toEqual(['paginate']);
		}
	});

	test('is no matter of a field of its own', () => {
		// That of the menu of resources is for operations that this version does not know.
		const routed = everyField.filter((field) => 'routing' in field && field.name !== 'resource');
		expect(routed).toEqual([]);
		const keys: string[] = [];
		JSON.stringify(description, (key, value: unknown) => (keys.push(key), value));
		expect(keys).toContain('paginate');
		expect(keys).not.toContain('preSend');
	});
});
