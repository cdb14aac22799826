/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Tool {
	name: string;
	description: string;
	parameters: object;
}

interface Request {
	tools?: Array<{ function: Tool }>;
	messages: Array<{ role: string; content: unknown }>;
}

/** A stand-in for an OpenAI-compatible model, on loopback. */
export interface Model {
	/** What a credential takes for its base URL. */
	url: string;
	/** Sets what it calls the only tool with, all at once, and what it says when the tool has answered. */
	says(calls: object[], answer: string): void;
	/** The tools that it was last offered. */
	offered(): Tool[];
	/** What the tool has answered. */
	results(): string[];
	close(): Promise<void>;
}

export async function startModel(): Promise<Model> {
	let calls: object[] = [];
	let answer = '';
	let last: Request = { messages: [] };
	const results = () =>
		last.messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));
	const offered = () => (last.tools ?? []).map((tool) => tool.function);

	const message = () =>
		results().length > 0
			? { role: 'assistant', content: answer }
			: {
					role: 'assistant',
					content: null,
					tool_calls: calls.map((values, index) => ({
						id: `call_${index}`,
						type: 'function',
						function: { name: offered()[0]?.name, arguments: JSON.stringify(values) },
					})),
				};
	const server = createServer((request, response) => {
		void json(request).then((body) => {
			last = body as Request;
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({
					id: 'completion',
					object: 'chat.completion',
					created: 0,
					model: 'stand-in',
					choices: [
						{
							index: 0,
							message: message(),
							finish_reason: results().length ? 'stop' : 'tool_calls',
						},
					],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		says: (nextCalls, nextAnswer) => void ([calls, answer] = [nextCalls, nextAnswer]),
		offered,
		results,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
