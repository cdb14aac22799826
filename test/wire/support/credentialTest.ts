import type {
	IDataObject,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { LiveDeskApi } from '../../../credentials/LiveDeskApi.credentials';
import { credentialsHelper } from '../../../harness/credentials';

/** What n8n tells a node of itself; no request goes there. */
const address = 'http://127.0.0.1/';

/** What lodash's get gives for a path of names with dots between, which n8n takes here. */
const valueAt = (from: unknown, path: string): unknown =>
	path.split('.').reduce((value, name) => (Object(value) as Record<string, unknown>)[name], from);

/** Tests a credential as n8n 2 does: a node of one field that makes the request, and the rules on what comes of it. */
export async function testCredential(
	type: LiveDeskApi,
	data: IDataObject,
): Promise<{ status: string; message: string }> {
	const { ExecuteContext, RoutingNode } = await import('n8n-core');
	const { createRunExecutionData, Workflow } = await import('n8n-workflow');
	const temp = { displayName: 'Temp', name: 'temp', type: 'string' as const, default: '' };
	const noOp = {
		description: {
			displayName: 'No Operation',
			name: 'noOp',
			group: ['organization'],
			version: 1,
			description: '',
			defaults: { name: 'No Operation' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [{ ...temp, routing: { request: type.test.request } }],
		},
	} as INodeType;
	const nodeTypes: INodeTypes = {
		getByName: () => noOp,
		getByNameAndVersion: () => noOp,
		getKnownTypes: () => ({}),
	};
	const name = 'Temp-Node';
	const position: [number, number] = [0, 0];
	const node = { id: 'temp', name, type: 'noOp', typeVersion: 1, position, parameters: {} };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const helper = credentialsHelper(type, workflow, data);
	const additionalData = {
		credentialsHelper: helper,
		formWaitingBaseUrl: address,
		webhookWaitingBaseUrl: address,
	} as unknown as IWorkflowExecuteAdditionalData;
	const [mode, input] = ['internal' as const, { main: [[{ json: {} }]] }];
	const executeData = { node, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		mode,
		createRunExecutionData(),
		0,
		input.main[0],
		input,
		executeData,
		[],
	);
	const decrypted = { id: '1', name: 'LiveDesk', type: type.name, data };
	const rules = type.test.rules ?? [];
	try {
		const output = await new RoutingNode(context, noOp, decrypted as never).runNode();
		const json = output?.[0]?.[0].json;
		for (const { type: kind, properties } of rules) {
			if (kind !== 'responseSuccessBody') continue;
			if (valueAt(json, properties.key) === properties.value) {
				return { status: 'Error', message: properties.message };
			}
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const { cause, message } = error as Error & {
			cause?: { code?: string; response?: { status: number; statusText: string } };
		};
		for (const { type: kind, properties } of rules) {
			if (kind !== 'responseCode') continue;
			if (cause?.response?.status === properties.value) {
				return { status: 'Error', message: properties.message };
			}
		}
		const said = cause?.response ? cause.response.statusText : cause?.code;
		return { status: 'Error', message: said ?? message };
	}
}
