/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { publish } from './examples/webhook';
import { connect, type McpClient } from './mcp/client';
import { useInstance } from './support/useInstance';
import { byId, LIVEDESK_TYPE, liveDesk, node } from './support/workflow';

const FROM_MODEL: IDataObject = {
	descriptionType: 'manual',
	toolDescription: 'Sends a message to the customer',
	conversationId: byId("={{ $fromAI('conversation', 'Whom to write to', 'string') }}"),
	content: "={{ $fromAI('text', 'What to write', 'string') }}",
};

/** n8n 2 gives tools to others by the Model Context Protocol. */
describe('behind the MCP Server Trigger of n8n 2', () => {
	const n8n = useInstance('current');

	/** Serves one LiveDesk tool under a path, and connects to it. */
	async function serve(path: string, parameters: IDataObject): Promise<McpClient> {
		const trigger = node('Server', '@n8n/n8n-nodes-langchain.mcpTrigger', { path }, {
			typeVersion: 2,
			webhookId: path,
		});
		const tool = liveDesk(parameters, { type: `${LIVEDESK_TYPE}Tool` });
		const { id } = await n8n().rest.call<{ id: string }>('POST', '/rest/workflows', {
			name: path,
			nodes: [trigger, tool],
			connections: { LiveDesk: { ai_tool: [[{ node: 'Server', type: 'ai_tool', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
			active: false,
		});
		await publish(n8n().rest, id);
		for (let tries = 0; ; tries++) {
			try {
				return await connect(`${n8n().url}/mcp/${path}`);
			} catch (error) {
				if (tries > 100) throw error;
				await wait(100);
			}
		}
	}

	test('Send Text', async () => {
		const client = await serve('send-text', FROM_MODEL);
		const [tool] = await client.tools();
		console.log(JSON.stringify(tool));
		const answer = await client.call(tool.name, { conversation: '142', text: 'Hello' });
		console.log(JSON.stringify(answer));
		console.log(n8n().server.log().slice(-3000));
		expect(n8n().sandbox.journal.texts(142)).toEqual(['Hello']);
	});

	test('constants', async () => {
		const client = await serve('constants', { ...FROM_MODEL, conversationId: byId('142'), content: 'Hi' });
		const [tool] = await client.tools();
		const answer = await client.call(tool.name, {});
		console.log(JSON.stringify(answer));
		expect(n8n().sandbox.journal.texts(142)).toEqual(['Hi']);
	});

	test('approval', async () => {
		const client = await serve('approval', {
			...FROM_MODEL,
			operation: 'sendAndWait',
			message: "={{ $fromAI('text', 'What to ask', 'string') }}",
		});
		const [tool] = await client.tools();
		const answer = await client.call(tool.name, { conversation: '142', text: 'Hello' });
		console.log(JSON.stringify(answer));
		expect(n8n().sandbox.journal.starts()).toEqual([]);
	});
});
