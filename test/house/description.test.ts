import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';
import { FIELDS, MENUS, OPERATIONS, PARAMETERS, RANGES } from '../support/contract';

const { description } = new LiveDesk();
// n8n's own option Batching & Co., which every declarative node has.
const parameters = description.properties.filter(({ name }) => name !== 'requestOptions');
const named = (name: string) => parameters.filter((parameter) => parameter.name === name);
const optionsOf = ({ options = [] }: INodeProperties) => options as INodePropertyOptions[];

/** All parameters and the fields within them, however deep. */
function everyField(within: INodeProperties[] = parameters): INodeProperties[] {
	return within.flatMap((field) => {
		if (field.type === 'collection')
			return [field, ...everyField(field.options as INodeProperties[])];
		if (field.type !== 'fixedCollection') return [field];
		const groups = field.options as INodePropertyCollection[];
		return [field, ...groups.flatMap(({ values }) => everyField(values))];
	});
}

/** Type and default of the fields within a collection, or in the rows of a fixedCollection, by name. */
function fieldsIn({ type, options = [] }: INodeProperties): object {
	const entries =
		type === 'collection'
			? (options as INodeProperties[]).map((field) => ({ name: field.name, field }))
			: (options as INodePropertyCollection[]).flatMap((group) =>
					group.values.map((field) => ({ name: `${group.name}.${field.name}`, field })),
				);
	return Object.fromEntries(entries.map(({ name, field }) => [name, [field.type, field.default]]));
}

describe('the node', () => {
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
		expect(owners.map((owner) => [owner.name, fieldsIn(owner)])).toEqual(FIELDS);
	});

	test('has each name once, since n8n evaluates it again for each further time that it stands there', () => {
		const names = parameters.map(({ name }) => name);
		const again = names.filter((name, index) => names.indexOf(name) < index);
		// A menu for each resource, and a contact that is shown only where it was chosen to give one.
		expect(again).toEqual(['operation', 'operation', 'contactId']);
	});

	test('keeps the values of every menu, and the default among them', () => {
		const menus = everyField().filter(({ type }) => type === 'options');
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
		const limits = everyField()
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
		expect(operations).toHaveLength(Object.values(OPERATIONS).flat().length);
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
		const routed = everyField().filter((field) => 'routing' in field && field.name !== 'resource');
		expect(routed).toEqual([]);
		const keys: string[] = [];
		JSON.stringify(description, (key, value: unknown) => (keys.push(key), value));
		expect(keys).toContain('paginate');
		expect(keys).not.toContain('preSend');
	});
});
