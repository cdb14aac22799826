import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { liveDeskNode, sourceNode, type LiveDesk } from '../harness/livedesk';
import type { Item, Outcome, Workflow } from './workflow';

/** The items that a node has put out, by both of its outputs. */
type OutputOf = (node: string) => INodeExecutionData[];

/**
 * Runs LiveDesk nodes one behind the other in n8n's engine.
 *
 * @param steps their parameters, by their names
 * @param output which of the first one's outputs leads on
 * @throws Error when the workflow stopped
 */
export async function runNodes(
	{ engine, sandbox }: LiveDesk,
	title: string,
	items: INodeExecutionData[],
	steps: Record<string, IDataObject>,
	output: 'success' | 'error' = 'success',
): Promise<OutputOf> {
	const names = Object.keys(steps);
	const onError = output === 'error' ? { onError: 'continueErrorOutput' as const } : {};
	const nodes = names.map((name, index) =>
		liveDeskNode(steps[name], { id: name, name, ...(index === 0 ? onError : {}) }),
	);
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const links = names.slice(1).map((next, index) => {
		const main = index === 0 && output === 'error' ? [[], to(next)] : [to(next)];
		return [names[index], { main }] as const;
	});
	const { data } = await engine.start({
		nodes: [sourceNode(items), ...nodes],
		connections: { Source: { main: [to(names[0])] }, ...Object.fromEntries(links) },
		credentials: sandbox.credentials,
	}).done;
	const { error, runData } = data.resultData;
	if (error) throw new Error(`${title}: ${error.message}\n${error.description ?? ''}`);
	return (node) => (runData[node]?.at(-1)?.data?.main ?? []).flatMap((out) => out ?? []);
}

/**
 * Runs a workflow, and reads what came out of its first node.
 *
 * @returns what became of each item, in the order of the items
 * @throws Error when the workflow stopped, or when an item got lost or mixed up on the way
 */
export async function runWorkflow(desk: LiveDesk, workflow: Workflow): Promise<Outcome[]> {
	const { title, parameters, items, next } = workflow;
	const input = await Promise.all(items.map(async (item) => await inputOf(desk, item)));
	const steps = { LiveDesk: parameters, ...(next && { Next: next.parameters }) };
	const outputOf = await runNodes(desk, title, input, steps, next?.output);
	return items.map((item, index) => outcomeOf(desk, item, index, outputOf('LiveDesk')));
}

/** n8n carries files beside the fields of an item. */
async function inputOf({ engine }: LiveDesk, { files = {}, ...fields }: Item) {
	const binary: INodeExecutionData['binary'] = {};
	for (const [name, { content, ...file }] of Object.entries(files)) {
		binary[name] = await engine.store(content, file);
	}
	return { json: fields as IDataObject, binary };
}

function outcomeOf(desk: LiveDesk, item: Item, at: number, output: INodeExecutionData[]): Outcome {
	const paired = output.filter(({ pairedItem }) => (pairedItem as { item: number }).item === at);
	if (paired.length !== 1) {
		throw new Error(`Item ${at} came out ${paired.length} times: ${item.text}`);
	}
	const [{ json }] = paired;
	const error = json.error as { messageId?: number } | undefined;
	const messageId = Number(error?.messageId ?? json.id);
	const message = desk.sandbox.messages(item.conversation).find(({ id }) => id === messageId);
	if (message?.content !== item.text) {
		throw new Error(`Item ${at} came out with message #${messageId}, which is not: ${item.text}`);
	}
	return { messageId, status: error || json.status === 'failed' ? 'failed' : 'sent' };
}
