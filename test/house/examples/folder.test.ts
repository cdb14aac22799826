import type { IConnections, INode, IWorkflowBase } from 'n8n-workflow';
import { byNumber, CREDENTIAL, readExamples } from '../../../real/examples';
import { LIVEDESK_TYPE } from '../../../harness/engine';
import { LiveDesk } from '../../../nodes/LiveDesk/LiveDesk.node';
import { filesIn, textOf } from '../documents';
import { boxOf, NOTE_TYPE, overlap } from './canvas';
import { problemsOf, TOOL_PARAMETERS } from './problems';

const files = filesIn('examples', '').map((file) => file.replace('examples/', ''));
const textIn = (file: string) => textOf(`examples/${file}`);
const examples = files
	.sort(byNumber)
	.map((file) => [file, JSON.parse(textIn(file)) as IWorkflowBase] as const);

const TOOL_TYPE = `${LIVEDESK_TYPE}Tool`;
const isNote = ({ type }: INode) => type === NOTE_TYPE;
const isLiveDesk = ({ type }: INode) => type === LIVEDESK_TYPE || type === TOOL_TYPE;

/** Versions that both n8n 1.123 and 2.41 have. */
const VERSIONS: Readonly<Record<string, number[]>> = {
	[LIVEDESK_TYPE]: [1],
	[TOOL_TYPE]: [1],
	[NOTE_TYPE]: [1],
	'n8n-nodes-base.convertToFile': [1, 1.1],
	'n8n-nodes-base.filter': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.httpRequest': [3, 4, 4.1, 4.2, 4.3],
	'n8n-nodes-base.if': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.removeDuplicates': [1, 1.1, 2],
	'n8n-nodes-base.scheduleTrigger': [1, 1.1, 1.2, 1.3],
	'n8n-nodes-base.set': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.splitOut': [1],
	'n8n-nodes-base.stopAndError': [1],
	'n8n-nodes-base.switch': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.webhook': [1, 1.1, 2, 2.1],
	'@n8n/n8n-nodes-langchain.agent': [2, 2.1, 2.2, 3],
	'@n8n/n8n-nodes-langchain.chainLlm': [1.5, 1.6, 1.7],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1, 1.1, 1.2, 1.3],
};

const { description } = new LiveDesk();

test('the examples are numbered in the order in which n8n gets them', async () => {
	expect(files.length).toBeGreaterThan(5);
	files.forEach((file, index) => expect(file).toMatch(new RegExp(`^${index + 1}-[a-z-]+\\.json$`)));
	expect(await readExamples()).toEqual(examples.map(([, workflow]) => workflow));
});

test('no two examples have an ID in common', () => {
	const nodes = examples.flatMap(([, workflow]) => workflow.nodes);
	const ids = [
		...examples.map(([, { id }]) => id),
		...nodes.map(({ id }) => id),
		...nodes.flatMap(({ webhookId }) => webhookId ?? []),
	];
	expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
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
		expect(nodes[0]?.type).toMatch(/\.(manualTrigger|scheduleTrigger|webhook)$/);
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
			expect(problemsOf(node, description)).toEqual([]);
		}
	});

	test('holds no credential, but names the one that the sandbox fills in', () => {
		const { id, name } = CREDENTIAL;
		for (const node of nodes) {
			const expected = isLiveDesk(node) ? { liveDeskApi: { id, name } } : undefined;
			expect([node.name, node.credentials]).toEqual([node.name, expected]);
		}
		expect(textIn(file)).not.toMatch(
			/sandbox-(key|secret)|\bsk-|api.?key"|password|Basic [A-Za-z0-9]/i,
		);
	});

	test('goes to no host but this machine', () => {
		const hosts = [...textIn(file).matchAll(/https?:\/\/([^\s/"':\\]+)/g)].map(([, host]) => host);
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
});

const namesIn = (connections: IConnections) =>
	Object.entries(connections).flatMap(([from, outputs]) => [
		from,
		...Object.values(outputs).flatMap((byIndex) =>
			byIndex.flatMap((links) => (links ?? []).map((link) => link.node)),
		),
	]);
