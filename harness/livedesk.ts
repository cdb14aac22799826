import type { IDataObject, INode, INodeExecutionData, IRun, IWorkflowSettings } from 'n8n-workflow';
import type { Summary } from '../nodes/LiveDesk/delivery/core/summary';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import { LIVEDESK_TYPE, startEngine, type BinaryMode, type Engine } from './engine';
import { node } from './node';
import { SOURCE_TYPE } from './source';

export interface SendOptions {
	/** What the user set; n8n fills in the rest from the node's defaults. */
	parameters: IDataObject;
	/** What the node before outputs: whole items, or just their JSON. One empty item unless told. */
	items?: Array<INodeExecutionData | IDataObject>;
	/** Settings of the node, e.g. `onError`, `retryOnFail`, `executeOnce`. */
	node?: Partial<INode>;
	/** The sandbox's own unless told. */
	credentials?: IDataObject;
	settings?: IWorkflowSettings;
}

export interface Result {
	/** What the node outputs; of the first output where it has an error output. */
	items: INodeExecutionData[];
	/** What the error output gives. */
	errorItems: INodeExecutionData[];
	/** What stopped the workflow, as n8n keeps it. */
	error?: IRunError;
	run: IRun;
}

export interface IRunError {
	name: string;
	message: string;
	description?: string;
	httpCode?: string;
	context?: { itemIndex?: number; summary?: Summary; outcome?: string; messageId?: unknown };
}

/** The node in n8n's engine, with a sandbox that it sends to. */
export interface LiveDesk {
	engine: Engine;
	sandbox: Sandbox;
	/** Runs a workflow of one LiveDesk node to its end. */
	send(options: SendOptions): Promise<Result>;
	/** The same, to be cancelled on the way. */
	start(options: SendOptions): { done: Promise<Result>; cancel(): void };
	/** Closes engine and sandbox. What was rejected unheard, Jest has taken for a failure of the test that ran then. */
	close(): Promise<void>;
}

export async function startLiveDesk(
	options: SandboxOptions & { binaryMode?: BinaryMode } = {},
): Promise<LiveDesk> {
	const engine = await startEngine(options.binaryMode);
	const sandbox = await startSandbox(options);

	const start: LiveDesk['start'] = (send) => {
		const execution = engine.start({ credentials: sandbox.credentials, ...workflowOf(send) });
		return { done: execution.done.then(resultOf), cancel: execution.cancel };
	};
	return {
		engine,
		sandbox,
		start,
		send: async (send) => await start(send).done,
		close: async () => {
			engine.close();
			await sandbox.close();
		},
	};
}

/** A locator as the panel saves it. */
export const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
export const byUrl = (value: unknown) => ({ __rl: true, mode: 'url', value });

let credentialId = 1;
/** A test must not wait for what the test before has brought upon its credential. */
export const useNewCredential = () => void credentialId++;

/** A LiveDesk node as a workflow saves it. */
export function liveDeskNode(parameters: IDataObject, settings: Partial<INode> = {}): INode {
	const credentials = { liveDeskApi: { id: String(credentialId), name: 'LiveDesk' } };
	return node('LiveDesk', LIVEDESK_TYPE, parameters, { credentials, ...settings });
}

/** A node that outputs the given items. */
export function sourceNode(items: Array<INodeExecutionData | IDataObject>): INode {
	const whole = items.map((item) => ('json' in item ? item : { json: item }));
	return node('Source', SOURCE_TYPE, { items: whole } as unknown as IDataObject);
}

function workflowOf(options: SendOptions) {
	const { parameters, items = [{ json: {} }], credentials, settings } = options;
	return {
		nodes: [sourceNode(items), liveDeskNode(parameters, options.node)],
		connections: { Source: { main: [[{ node: 'LiveDesk', type: 'main' as const, index: 0 }]] } },
		...(credentials ? { credentials } : {}),
		...(settings ? { settings } : {}),
	};
}

function resultOf(run: IRun): Result {
	const { runData, error } = run.data.resultData;
	const [items, errorItems] = runData.LiveDesk?.at(-1)?.data?.main ?? [];
	return {
		items: items ?? [],
		errorItems: errorItems ?? [],
		...(error ? { error: error as unknown as IRunError } : {}),
		run,
	};
}
