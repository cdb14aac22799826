/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { listen } from '../../support/listen';

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
	/**
	 * Sets what it does.
	 *
	 * @param rounds the arguments that it calls its only tool with: all calls of a round at once, the next round when
	 * those have answered
	 * @param answer what it says at the end
	 */
	says(rounds: object[][], answer: string): void;
	/** The tools that it was last offered. */
	offered(): Tool[];
	/** What the tool has answered, in the order of the calls. */
	results(): string[];
	close(): Promise<void>;
}

/** Starts a model that does what it is told. */
export async function startModel(): Promise<Model> {
	let rounds: object[][] = [];
	let answer = '';
	let last: Request = { messages: [] };
	const said = (role: string) => last.messages.filter((message) => message.role === role);
	const offered = () => (last.tools ?? []).map((tool) => tool.function);

	const choice = () => {
		const round = said('assistant').length;
		const calls = rounds[round];
		if (!calls) return { message: { role: 'assistant', content: answer }, finish_reason: 'stop' };
		const toolCalls = calls.map((values, index) => ({
			id: `call_${round}_${index}`,
			type: 'function',
			function: { name: offered()[0]?.name, arguments: JSON.stringify(values) },
		}));
		return {
			message: { role: 'assistant', content: null, tool_calls: toolCalls },
			finish_reason: 'tool_calls',
		};
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
					choices: [{ index: 0, ...choice() }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	return {
		url: `http://127.0.0.1:${await listen(server)}/v1`,
		says: (nextRounds, nextAnswer) => void ([rounds, answer] = [nextRounds, nextAnswer]),
		offered,
		results: () => said('tool').map(({ content }) => String(content)),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
