import type { IConnections } from 'n8n-workflow';
import { liveDesk, node, SEND_TEXT } from '../../../harness/workflow';
import type { Cluster } from './cluster';
import { poll } from '../support/poll';

const PATH = 'messages';
const TAKES_CALLS_WITHIN_MS = 30_000;

/** Sends the messages that come with a call of its webhook. n8n 2 answers the call with the ID of the execution. */
const QUEUE_WORKFLOW = {
	name: 'Queue',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		node(
			'Webhook',
			'n8n-nodes-base.webhook',
			{
				path: PATH,
				httpMethod: 'POST',
				responseMode: 'onReceived',
				options: { responseData: '={{ $execution.id }}' },
			},
			{ typeVersion: 2, webhookId: PATH },
		),
		node('Split Out', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.messages' }),
		liveDesk(SEND_TEXT),
	],
	connections: {
		Webhook: { main: [[{ node: 'Split Out', type: 'main', index: 0 }]] },
		'Split Out': { main: [[{ node: 'LiveDesk', type: 'main', index: 0 }]] },
	} satisfies IConnections,
};

/** Saves the workflow, and makes its webhook take calls. @returns the webhook's address */
export async function publish({ which, rest, main }: Cluster): Promise<string> {
	const saved = await rest.call<{ id: string; versionId: string }>(
		'POST',
		'/rest/workflows',
		QUEUE_WORKFLOW,
	);
	const path = `/rest/workflows/${saved.id}`;
	const { versionId } = saved;
	await (which === 'current'
		? rest.call('POST', `${path}/activate`, { versionId })
		: rest.call('PATCH', path, { versionId, active: true }));
	const webhook = `${main.url}/webhook/${PATH}`;
	// n8n answers before the webhook takes calls. A browser's question for the methods does not call it.
	return await poll('the webhook takes calls', TAKES_CALLS_WITHIN_MS, async () => {
		const reply = await fetch(webhook, { method: 'OPTIONS', headers: { origin: main.url } });
		const methods = reply.headers.get('access-control-allow-methods') ?? '';
		return methods.includes('POST') ? webhook : undefined;
	});
}
