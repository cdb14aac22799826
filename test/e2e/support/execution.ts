import { parse } from 'flatted';
import type {
	ExecutionStatus,
	IBinaryData,
	INodeExecutionData,
	IRunExecutionData,
} from 'n8n-workflow';
import type { Rest } from '../../../real/rest';
import type { Workflow } from '../../../harness/workflow';
import { poll } from './poll';

/** What a node was stopped by, as n8n tells the user. */
export interface Failure {
	name: string;
	message: string;
	description?: string;
	httpCode?: string;
	context?: { itemIndex?: number };
}

export interface NodeRun {
	status?: ExecutionStatus;
	/** The items of each output. */
	outputs: INodeExecutionData[][];
	error?: Failure;
}

export interface Execution {
	id: string;
	status: ExecutionStatus;
	error?: Failure;
	/** All runs of each node, by its name. */
	nodes: Record<string, NodeRun[]>;
	/** The items of an output in a node's last run; none when it did not run. */
	items(node: string, output?: number): INodeExecutionData[];
}

/** n8n's editor takes executions from REST; no test takes longer. */
const ENDS_WITHIN_MS = 120_000;

/** Saves a workflow and runs it from its trigger. @returns the execution's ID */
export async function startExecution(rest: Rest, workflow: Workflow): Promise<string> {
	const saved = await rest.call<Workflow & { id: string }>('POST', '/rest/workflows', {
		active: false,
		...workflow,
	});
	return await startSaved(rest, saved.id, workflow.nodes[0]?.name);
}

/** Runs a workflow that n8n has, from the given trigger. @returns the execution's ID */
export async function startSaved(rest: Rest, id: string, trigger = 'Start'): Promise<string> {
	const { executionId } = await rest.call<{ executionId: string }>(
		'POST',
		`/rest/workflows/${id}/run`,
		// n8n 1 runs the workflow that it is given, n8n 2 the one that it has saved.
		{
			workflowData: await rest.call('GET', `/rest/workflows/${id}`),
			triggerToStartFrom: { name: trigger },
		},
	);
	return executionId;
}

/** Waits until an execution has ended. @throws Error when it takes too long */
export async function untilEnded(rest: Rest, id: string): Promise<Execution> {
	return await poll(
		`execution ${id} has ended`,
		ENDS_WITHIN_MS,
		async () => {
			const { status, stoppedAt, data } = await rest.call<{
				status: ExecutionStatus;
				stoppedAt?: string | null;
				data: string;
			}>('GET', `/rest/executions/${id}`);
			// n8n 1 tells the end a moment before it has written the data.
			if (!stoppedAt || data === '[]') return undefined;
			return executionOf(id, status, parse(data) as IRunExecutionData);
		},
		40,
	);
}

function executionOf(id: string, status: ExecutionStatus, data: IRunExecutionData): Execution {
	const { runData, error } = data.resultData;
	const nodes: Record<string, NodeRun[]> = {};
	for (const [name, runs] of Object.entries(runData)) {
		nodes[name] = runs.map((run) => ({
			status: run.executionStatus,
			// One type of connection a run: main, or ai_tool where an agent ran the node.
			outputs: (Object.values(run.data ?? {})[0] ?? []).map((items) => items ?? []),
			...(run.error ? { error: run.error as unknown as Failure } : {}),
		}));
	}
	return {
		id,
		status,
		...(error ? { error: error as unknown as Failure } : {}),
		nodes,
		items: (node, output = 0) => nodes[node]?.at(-1)?.outputs[output] ?? [],
	};
}

/** What the workflow and its nodes were stopped by, as n8n tells the user. */
export function messagesOf({ error, nodes }: Execution): string[] {
	const failures = [error, ...Object.values(nodes).flatMap((runs) => runs.map((run) => run.error))];
	return failures.flatMap((failure) => failure?.message ?? []);
}

/** The bytes of a binary in an output, wherever n8n keeps them. */
export async function bytesOf({ id, data }: IBinaryData, url: string, rest: Rest): Promise<Buffer> {
	if (id === undefined) return Buffer.from(data, 'base64');
	const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
	const reply = await fetch(url + path, {
		headers: { cookie: rest.cookie(), 'browser-id': 'n8n-nodes-livedesk' },
	});
	if (!reply.ok) throw new Error(`${path}: HTTP ${reply.status}`);
	return Buffer.from(await reply.arrayBuffer());
}
