import type { IDataObject } from 'n8n-workflow';
import { publish } from './examples/webhook';
import { connect, type McpClient } from './mcp/client';
import { pollUntil } from './support/poll';
import { FROM_MODEL } from './support/useAgent';
import { useInstance } from './support/useInstance';
import { LIVEDESK_TYPE } from '../../harness/engine';
import { byId } from '../../harness/livedesk';
import { liveDesk, node } from '../../harness/workflow';

/** n8n 2 gives tools to others by the Model Context Protocol. */
describe('behind the MCP Server Trigger of n8n 2', () => {
	const n8n = useInstance('current');

	/** Serves one LiveDesk tool under a path, and connects to it. */
	async function serve(path: string, parameters: IDataObject): Promise<McpClient> {
		const type = '@n8n/n8n-nodes-langchain.mcpTrigger';
		const trigger = node('Server', type, { path }, { typeVersion: 2, webhookId: path });
		const tool = liveDesk(parameters, { type: `${LIVEDESK_TYPE}Tool` });
		const { id } = await n8n().rest.call<{ id: string }>('POST', '/rest/workflows', {
			name: path,
			nodes: [trigger, tool],
			connections: { LiveDesk: { ai_tool: [[{ node: 'Server', type: 'ai_tool', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
			active: false,
		});
		await publish(n8n().rest, id);
		let client: McpClient | undefined;
		// n8n opens a published workflow's addresses a moment later.
		await pollUntil(async () => {
			client = await connect(`${n8n().url}/mcp/${path}`).catch(() => undefined);
			return client !== undefined;
		}, `the MCP server ${path}`);
		return client as unknown as McpClient;
	}

	const texts = () => n8n().sandbox.journal.texts(142);
	const hello = { conversation: '142', text: 'Hello' };

	test("the tool sends a client's text once, and tells the client what became of it", async () => {
		const client = await serve('send-text', FROM_MODEL);
		const tools = await client.tools();
		expect(tools).toEqual([
			expect.objectContaining({
				name: 'LiveDesk',
				description: 'Sends a message to the customer',
				inputSchema: expect.objectContaining({ required: ['conversation', 'text'] }),
			}),
		]);
		const { text, isError } = await client.call('LiveDesk', hello);
		expect(isError).toBe(false);
		expect(JSON.parse(text)).toEqual([
			expect.objectContaining({ conversation_id: 142, content: 'Hello', status: 'sent' }),
		]);
		expect(texts()).toEqual(['Hello']);
	});

	test('the tool sends the texts of several calls in the order in which they are made', async () => {
		const client = await serve('several', FROM_MODEL);
		n8n().sandbox.script({ content: '1', latencyMs: 300 });
		const calls = ['1', '2', '3'].map(
			async (text) => await client.call('LiveDesk', { ...hello, text }),
		);
		expect((await Promise.all(calls)).map(({ isError }) => isError)).toEqual([false, false, false]);
		expect(texts().sort()).toEqual(['1', '2', '3']);
		expect(n8n().sandbox.journal.inFlightPeak()).toBe(1);
	});

	test('the tool waits while LiveDesk limits the rate', async () => {
		const client = await serve('throttled', FROM_MODEL);
		n8n().sandbox.script({ retryAfter: 1, times: 2 });
		expect((await client.call('LiveDesk', hello)).isError).toBe(false);
		expect(texts()).toEqual(['Hello', 'Hello', 'Hello']);
		expect(n8n().sandbox.messages(142)).toHaveLength(1);
	});

	test('the tool tells the client what LiveDesk refused, without the credential', async () => {
		const client = await serve('refused', FROM_MODEL);
		const { apiSecret } = n8n().sandbox;
		n8n().sandbox.script({ status: 422, body: { error: `No: ${apiSecret}` } });
		const { text, isError } = await client.call('LiveDesk', hello);
		expect(isError).toBe(true);
		expect(text).toMatch(/LiveDesk says: .*No: /);
		expect(text).not.toContain(apiSecret);
	});

	test('the tool evaluates expressions of the node beside what the client gives', async () => {
		const client = await serve('expressions', {
			...FROM_MODEL,
			conversationId: byId('={{ 100 + 42 }}'),
			content:
				"={{ $fromAI('text', 'What to write', 'string').toUpperCase() }} {{ $now.zoneName }}",
		});
		expect((await client.call('LiveDesk', { text: 'hello' })).isError).toBe(false);
		expect(texts()).toEqual([expect.stringMatching(/^HELLO \S+$/)]);
	});

	test('the tool refuses to wait for approval, in words, and sends nothing', async () => {
		const client = await serve('approval', {
			...FROM_MODEL,
			operation: 'sendAndWait',
			message: "={{ $fromAI('text', 'What to ask', 'string') }}",
		});
		const { text, isError } = await client.call('LiveDesk', hello);
		expect(isError).toBe(true);
		expect(text).toMatch(/'Send and Wait for Approval' cannot be a tool/);
		expect(n8n().sandbox.journal.starts()).toEqual([]);
	});
});
