import { Agent, request } from 'undici';
import { basic } from '../harness/basic';
import type { Engine } from '../harness/engine';
import { inParallel } from '../harness/inParallel';
import { byId, liveDeskNode, sourceNode } from '../harness/livedesk';

export interface Message {
	conversation: string;
	text: string;
}

/** Sends all messages, and resolves when the last is answered. */
export type Sender = (messages: Message[], url: string) => Promise<void>;

const KEY = 'bench-key';
const SECRET = 'bench-secret';

/**
 * @param type of the node
 * @returns a sender that runs a workflow with one node in n8n's engine
 */
export function engineSender(engine: Engine, type: string): Sender {
	return async (messages, url) => {
		const parameters = {
			conversationId: byId('={{ $json.conversation }}'),
			content: '={{ $json.text }}',
		};
		const { done } = engine.start({
			nodes: [
				sourceNode(messages.map((message) => ({ ...message }))),
				liveDeskNode(parameters, { type }),
			],
			connections: { Source: { main: [[{ node: 'LiveDesk', type: 'main', index: 0 }]] } },
			credentials: { apiKey: KEY, apiSecret: SECRET, baseUrl: url },
		});
		const { error } = (await done).data.resultData;
		if (error) throw error;
	};
}

/** @returns a sender that gives one half of the messages to each of two executions, the later half to the later one */
export const twiceAtOnce =
	(sender: Sender): Sender =>
	async (messages, url) => {
		const half = messages.length / 2;
		await Promise.all([sender(messages.slice(0, half), url), sender(messages.slice(half), url)]);
	};

/** @returns a sender on the fastest HTTP client of the ecosystem, with connections that stay open */
export function undiciSender(parallel: number): Sender {
	const authorization = basic(KEY, SECRET);
	return async (messages, url) => {
		const dispatcher = new Agent({ connections: parallel });
		await inParallel(parallel, messages, async ({ conversation, text }) => {
			const { body } = await request(
				`${url}/api/v2/accounts/conversations/${conversation}/messages`,
				{
					dispatcher,
					method: 'POST',
					headers: { authorization, 'content-type': 'application/json' },
					body: JSON.stringify({ content: text }),
				},
			);
			await body.json();
		});
		await dispatcher.close();
	};
}
