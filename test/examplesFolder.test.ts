/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	NodeHelpers,
	type IConnections,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type IWorkflowBase,
} from 'n8n-workflow';
import { CREDENTIAL, readExamples } from '../real/examples';
import { LIVEDESK_TYPE, startEngine } from './support/engine';

const root = join(__dirname, '..');
const files = readdirSync(join(root, 'examples')).sort();
const textOf = (file: string) => readFileSync(join(root, 'examples', file), 'utf8');
const workflowIn = (file: string) => JSON.parse(textOf(file)) as IWorkflowBase;
const examples = files.map((file) => [file, workflowIn(file)] as const);

const TOOL_TYPE = `${LIVEDESK_TYPE}Tool`;
const NOTE_TYPE = 'n8n-nodes-base.stickyNote';
const isNote = ({ type }: INode) => type === NOTE_TYPE;
const isLiveDesk = ({ type }: INode) => type === LIVEDESK_TYPE || type === TOOL_TYPE;

/** Versions that both n8n 1.123 and 2.41 have. */
const VERSIONS: Readonly<Record<string, number[]>> = {
	[LIVEDESK_TYPE]: [1],
	[TOOL_TYPE]: [1],
	[NOTE_TYPE]: [1],
	'n8n-nodes-base.convertToFile': [1, 1.1],
	'n8n-nodes-base.filter': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.if': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.set': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.splitOut': [1],
	'n8n-nodes-base.stopAndError': [1],
	'n8n-nodes-base.webhook': [1, 1.1, 2, 2.1],
	'@n8n/n8n-nodes-langchain.agent': [2, 2.1, 2.2, 3],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1, 1.1, 1.2, 1.3],
};
/** What n8n adds to a node that an agent can use. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

let description: INodeTypeDescription;

beforeAll(async () => {
	({ description } = (await startEngine()).nodeType);
});

test('there are some, numbered in the order in which n8n gets them', async () => {
	expect(files.length).toBeGreaterThan(5);
	files.forEach((file, index) => expect(file).toMatch(new RegExp(`^${index + 1}-[a-z-]+\\.json$`)));
	expect(await readExamples()).toEqual(examples.map(([, workflow]) => workflow));
});

test('no two have an ID in common', () => {
	const nodes = examples.flatMap(([, workflow]) => workflow.nodes);
	const ids = [
		...examples.map(([, { id }]) => id),
		...nodes.map(({ id }) => id),
		...nodes.flatMap(({ webhookId }) => webhookId ?? []),
	];
	expect(new Set(ids).size).toBe(ids.length);
});

describe.each(examples)('%s', (file, workflow) => {
	const { nodes, connections } = workflow;

	test('has the format of an export, and is not active', () => {
		expect(workflow).toEqual({
			// n8n 1 runs no workflow with a longer ID.
			id: expect.stringMatching(/^[A-Za-z0-9]{1,16}$/),
			name: expect.stringMatching(/\S/),
			nodes: expect.any(Array),
			connections: expect.any(Object),
			settings: { executionOrder: 'v1' },
			active: false,
		});
		for (const node of nodes) {
			expect(node).toMatchObject({
				id: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
				name: expect.stringMatching(/\S/),
				parameters: expect.any(Object),
				position: [expect.any(Number), expect.any(Number)],
			});
		}
	});

	test('uses nodes that both majors of n8n have', () => {
		for (const { name, type, typeVersion } of nodes) {
			expect([name, type, VERSIONS[type]]).toEqual([
				name,
				type,
				expect.arrayContaining([typeVersion]),
			]);
		}
	});

	test('connects all its nodes, from a trigger on', () => {
		expect(nodes[0]?.type).toMatch(/\.(manualTrigger|webhook)$/);
		const names = nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const linked = new Set([nodes[0]?.name, ...namesIn(connections)]);
		const steps = nodes.filter((node) => !isNote(node)).map(({ name }) => name);
		expect([...linked].sort()).toEqual(steps.sort());
	});

	test('fills in LiveDesk nodes as they are', () => {
		const desks = nodes.filter(isLiveDesk);
		expect(desks.length).toBeGreaterThan(0);
		for (const node of desks) {
			const ofTool = Object.keys(node.parameters).filter((name) => TOOL_PARAMETERS.includes(name));
			expect(ofTool).toEqual(node.type === TOOL_TYPE ? TOOL_PARAMETERS : []);
			expect(problemsOf(node)).toEqual([]);
		}
	});

	test('holds no credential, but names the one that the sandbox fills in', () => {
		const { id, name } = CREDENTIAL;
		for (const node of nodes) {
			const expected = isLiveDesk(node) ? { liveDeskApi: { id, name } } : undefined;
			expect([node.name, node.credentials]).toEqual([node.name, expected]);
		}
		expect(textOf(file)).not.toMatch(
			/sandbox-(key|secret)|\bsk-|api.?key"|password|Basic [A-Za-z0-9]/i,
		);
	});

	test('goes to no host but this machine', () => {
		const hosts = [...textOf(file).matchAll(/https?:\/\/([^\s/"':\\]+)/g)].map(([, host]) => host);
		const strange = hosts.filter((host) => !['127.0.0.1', 'example.com'].includes(host));
		expect(strange).toEqual([]);
	});

	test('is explained by notes that cover nothing', () => {
		const notes = nodes.filter(isNote);
		expect(notes.length).toBeGreaterThanOrEqual(2);
		for (const { parameters } of notes) expect(parameters.content).toMatch(/^##+ \S/);
		const boxes = nodes.map(boxOf);
		const overlapping = boxes.flatMap((box, index) =>
			boxes
				.slice(index + 1)
				.filter((other) => overlap(box, other))
				.map((other) => [box.name, other.name]),
		);
		expect(overlapping).toEqual([]);
	});

	test('names only nodes that it has, in expressions and notes', () => {
		const named = [...JSON.stringify(nodes).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		const names = nodes.map(({ name }) => name);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('stands in the README', () => {
		const readme = readFileSync(join(root, 'README.md'), 'utf8');
		expect(readme.match(/examples\/[\w-]+\.json/g) ?? []).toContain(`examples/${file}`);
	});
});

describe('would notice', () => {
	const node = (parameters: INodeParameters): INode => ({
		id: '',
		name: '',
		type: LIVEDESK_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			conversationId: { __rl: true, mode: 'id', value: '141' },
			content: 'a',
			...parameters,
		},
	});

	test.each<[string, INodeParameters]>([
		['an unknown parameter', { text: 'a' }],
		['a parameter of another operation', { messageId: '7' }],
		['an unknown operation', { operation: 'send' }],
		['an unknown field in a collection', { additionalFields: { replyTo: 7 } }],
		['an unknown option', { options: { onFailure: 'output' } }],
		['an unknown choice', { options: { failedDelivery: 'ignore' } }],
		[
			'an unknown choice in a row',
			{
				operation: 'sendTemplate',
				templateName: 'a',
				buttons: { button: [{ index: 0, subType: 'call', text: 'a' }] },
			},
		],
		[
			'an unknown field in a row',
			{
				operation: 'sendTemplate',
				templateName: 'a',
				bodyVariables: { variable: [{ name: '', value: 'a', type: 'text' }] },
			},
		],
		['a required field that is empty', { content: '' }],
	])('%s', (_, parameters) => {
		expect(problemsOf(node(parameters))).not.toEqual([]);
	});

	test('nothing, where nothing is wrong', () => {
		expect(problemsOf(node({ additionalFields: { inReplyTo: '7' } }))).toEqual([]);
	});
});

const namesIn = (connections: IConnections) =>
	Object.entries(connections).flatMap(([from, outputs]) => [
		from,
		...Object.values(outputs).flatMap((byIndex) =>
			byIndex.flatMap((links) => (links ?? []).map((link) => link.node)),
		),
	]);

/** @returns what n8n drops when it loads the node, and what its panel would object to */
function problemsOf(node: INode): string[] {
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
					const rows = (value as Record<string, INodeParameters[] | undefined>)[group.name] ?? [];
					return rows.flatMap((row) => strangeChoices(group.values, row));
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

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The side of a node on n8n's canvas, how far an agent is wider, and the height of the name below it. */
const NODE = 96;
const AGENT = 256;
const NAME = 64;

function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	if (type === NOTE_TYPE) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const width = type.endsWith('.agent') ? AGENT : NODE;
	return { name, left, top, right: left + width, bottom: top + NODE + NAME };
}

const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
