import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	IWorkflowSettings,
} from 'n8n-workflow';
import { LIVEDESK_TYPE } from './engine';
import { byId } from './livedesk';
import { node } from './node';

export { node };

/** The sandbox's credential, which every instance of the end-to-end suite has. */
export const E2E_CREDENTIAL = { id: 'liveDeskE2e00001', name: 'LiveDesk E2E', type: 'liveDeskApi' };

/** A workflow as n8n's REST API takes it; its first node is the trigger. */
export interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
	/** What nodes output instead of running. */
	pinData?: Record<string, Array<Pick<INodeExecutionData, 'json'>>>;
}

/** A LiveDesk node with the sandbox's credential. */
export function liveDesk(
	parameters: IDataObject,
	settings: Partial<INode> = {},
	name = 'LiveDesk',
): INode {
	const { id, name: credential } = E2E_CREDENTIAL;
	return node(name, LIVEDESK_TYPE, parameters, {
		credentials: { liveDeskApi: { id, name: credential } },
		...settings,
	});
}

/** Sends `$json.text` to the conversation `$json.to`. */
export const SEND_TEXT: IDataObject = {
	conversationId: byId('={{ $json.to }}'),
	content: '={{ $json.text }}',
};

/** One link: from a node, by its first output unless told, to the main input of another. */
export type Link = [from: string, to: string, output?: number];

/** A workflow that starts with the node `Start`, which outputs the given items. */
export function workflow(
	items: IDataObject[],
	nodes: INode[],
	links: Link[] = chain(nodes),
	settings: IWorkflowSettings = {},
): Workflow {
	const connections: IConnections = {};
	for (const [from, to, output = 0] of links) {
		const main = ((connections[from] ??= { main: [] }).main ??= []);
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return {
		name: 'E2E',
		nodes: [node('Start', 'n8n-nodes-base.manualTrigger'), ...nodes],
		connections,
		settings: { executionOrder: 'v1', ...settings },
		pinData: { Start: items.map((json) => ({ json })) },
	};
}

function chain(nodes: INode[]): Link[] {
	const names = ['Start', ...nodes.map(({ name }) => name)];
	return names.slice(1).map((name, index) => [names[index] ?? '', name]);
}

/** A node `Split` that makes one item of each entry in `$json.list`. */
export const splitOut = (): INode =>
	node('Split', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'list' });
