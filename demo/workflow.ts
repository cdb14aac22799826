import type { IConnections, IDataObject, INode, INodeExecutionData, IRun } from 'n8n-workflow';
import { liveDeskNode, sourceNode, type LiveDesk } from '../test/support/livedesk';
import type { Ask, Outcome, Scene } from './scene';

const FIRST = 'LiveDesk';
const NEXT = 'Next';

/**
 * Runs the workflow of a scene in n8n's engine, and reads what came out of its first LiveDesk node.
 *
 * @returns what became of each item, in the order of the items
 * @throws Error when the workflow stopped, or when an item got lost or mixed up on the way
 */
export async function runWorkflow(desk: LiveDesk, scene: Scene): Promise<Outcome[]> {
	const items = await Promise.all(scene.asks.map(async (ask) => await itemOf(desk, ask)));
	const { done } = desk.engine.start({
		nodes: [sourceNode(items), ...nodesOf(scene)],
		connections: connectionsOf(scene),
		credentials: desk.sandbox.credentials,
	});
	const run = await done;
	const { error } = run.data.resultData;
	if (error) throw new Error(`${scene.title}: ${error.message}\n${error.description ?? ''}`);
	return scene.asks.map((ask, index) => outcomeOf(desk, ask, index, outputOf(run)));
}

/** n8n carries files beside the fields of an item. */
async function itemOf({ engine }: LiveDesk, { files = {}, ...fields }: Ask) {
	const binary: INodeExecutionData['binary'] = {};
	for (const [name, { content, ...file }] of Object.entries(files)) {
		binary[name] = await engine.store(content, file);
	}
	return { json: fields as IDataObject, binary };
}

function nodesOf({ parameters, next }: Scene): INode[] {
	const settings = next?.output === 'error' ? { onError: 'continueErrorOutput' as const } : {};
	const first = liveDeskNode(parameters, { name: FIRST, ...settings });
	return next ? [first, liveDeskNode(next.parameters, { id: 'next', name: NEXT })] : [first];
}

function connectionsOf({ next }: Scene): IConnections {
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const outputs = next?.output === 'error' ? [[], to(NEXT)] : [to(NEXT)];
	return { Source: { main: [to(FIRST)] }, ...(next && { [FIRST]: { main: outputs } }) };
}

/** The items of both outputs. */
const outputOf = (run: IRun): INodeExecutionData[] =>
	(run.data.resultData.runData[FIRST]?.at(-1)?.data?.main ?? []).flatMap((items) => items ?? []);

function outcomeOf(desk: LiveDesk, ask: Ask, index: number, output: INodeExecutionData[]): Outcome {
	const paired = output.filter(({ pairedItem }) => (pairedItem as { item: number }).item === index);
	if (paired.length !== 1) {
		throw new Error(`Item ${index} came out ${paired.length} times: ${ask.text}`);
	}
	const [{ json }] = paired;
	const error = json.error as { messageId?: number } | undefined;
	const messageId = Number(error?.messageId ?? json.id);
	const message = desk.sandbox.messages(ask.conversation).find(({ id }) => id === messageId);
	if (message?.content !== ask.text) {
		throw new Error(`Item ${index} came out with message #${messageId}, which is not: ${ask.text}`);
	}
	return { messageId, status: error || json.status === 'failed' ? 'failed' : 'sent' };
}
