/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type {
	IBinaryData,
	IConnections,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeType,
	IRun,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
} from 'n8n-workflow';
import { credentialsHelper } from './credentials';
import { prepareHome } from './home';
import { source, SOURCE_TYPE } from './source';

/** Where n8n keeps files: as text in the items, or below a folder. */
export type BinaryMode = 'default' | 'filesystem';

export interface WorkflowData {
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	/** The values of the credential `liveDeskApi`. */
	credentials: IDataObject;
}

export interface Execution {
	/** Resolves at the end of a failed run too, with `data.resultData.error`. */
	done: Promise<IRun>;
	cancel(): void;
}

export interface Engine {
	/** The node type, as n8n's loader gives it. */
	nodeType: INodeType;
	/** Runs a workflow from its first node, as n8n does. */
	start(workflow: WorkflowData): Execution;
	/** Puts a file into n8n's binary store, as a node before would. */
	store(
		content: Buffer | Readable,
		file: { fileName?: string; mimeType: string },
	): Promise<IBinaryData>;
	/** Stops n8n's timers; nothing may run any more. */
	close(): void;
}

export const LIVEDESK_TYPE = 'n8n-nodes-livedesk.liveDesk';

/**
 * Starts n8n-core with the built package in it, loaded by n8n's own loader from `dist/`. Of n8n only the database is
 * left out: what it would hold comes with the workflow.
 *
 * @param moreTypes gives further node types that the workflows use, by their full name
 */
export async function startEngine(
	binaryMode: BinaryMode = 'default',
	moreTypes: (liveDesk: INodeType) => Readonly<Record<string, INodeType>> = () => ({}),
): Promise<Engine> {
	prepareHome();
	const core = await import('n8n-core');
	const n8n = await import('n8n-workflow');
	// The very copy that n8n-core uses: another one holds other services.
	const requireOfCore = createRequire(require.resolve('n8n-core'));
	const { Container } = requireOfCore('@n8n/di') as {
		Container: { get<T>(type: new (...args: never[]) => T): T };
	};
	const { SSHClientsManager } = requireOfCore('./execution-engine/ssh-clients-manager') as {
		SSHClientsManager: new () => { onShutdown(): void };
	};
	Container.get(core.BinaryDataConfig).mode = binaryMode;
	const binaryData = Container.get(core.BinaryDataService);
	await binaryData.init();

	const loader = new core.PackageDirectoryLoader(resolve(__dirname, '..'));
	await loader.loadAll();
	const nodeType = loader.getNode('liveDesk').type as INodeType;
	const types: Record<string, INodeType> = {
		...moreTypes(nodeType),
		[LIVEDESK_TYPE]: nodeType,
		[SOURCE_TYPE]: source,
	};
	for (const type of Object.values(types)) {
		// As n8n does with every declarative node when it looks up its type.
		type.execute ??= async function (this: IExecuteFunctions) {
			return (await new core.RoutingNode(this as never, type).runNode()) ?? [];
		};
	}
	const typeOf = (name: string) => types[name];
	const nodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };

	return {
		nodeType,
		start({ nodes, connections, settings, credentials }) {
			const workflow = new n8n.Workflow({
				id: 'workflow',
				nodes,
				connections,
				nodeTypes,
				active: false,
				settings: { executionOrder: 'v1', ...settings },
			});
			const hooks = new core.ExecutionLifecycleHooks('manual', 'execution', workflow as never);
			const { type } = loader.getCredential('liveDeskApi');
			const helper = credentialsHelper(type, workflow, credentials);
			const data = { ...additionalData, hooks, credentialsHelper: helper };
			const execution = new core.WorkflowExecute(
				data as unknown as IWorkflowExecuteAdditionalData,
				'manual',
				n8n.createRunExecutionData(),
			);
			const startNode = workflow.getNode(nodes[0].name) ?? undefined;
			const done = execution.run({ workflow, startNode });
			return { done, cancel: () => done.cancel() };
		},
		async store(content, file) {
			const ids = { workflowId: 'workflow', executionId: 'execution' };
			return await binaryData.store({ type: 'execution', ...ids }, content, { data: '', ...file });
		},
		close() {
			// Every node's context starts it. Its interval lets the process end, but holds all of n8n, which Jest loads
			// anew for each file: the memory of a worker would grow until its exit takes too long for Jest.
			Container.get(SSHClientsManager).onShutdown();
		},
	};
}

/** What n8n tells a running workflow of itself; no request goes to these addresses. */
const address = 'http://127.0.0.1/';
const additionalData = {
	executionId: 'execution',
	currentNodeExecutionIndex: 0,
	variables: {},
	formBaseUrl: address,
	formWaitingBaseUrl: address,
	instanceBaseUrl: address,
	restApiUrl: address,
	webhookBaseUrl: address,
	webhookWaitingBaseUrl: address,
	logAiEvent: () => {},
};
