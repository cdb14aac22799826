/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fetch } from 'undici';
import { kindOf, type Kind } from './kinds';

export interface Reply {
	status: number;
	headers: Record<string, string>;
	/** The parsed JSON; changed, it is sent in place of the text. */
	body: ReturnType<typeof JSON.parse>;
}

/** What to do to a reply: another one, or none. */
export type Change = (reply: Reply, kind: Kind) => Reply | 'drop' | Promise<Reply | 'drop'>;

export interface Proxy {
	readonly url: string;
	/** What came, in order. */
	readonly kinds: Kind[];
	change: Change;
	close(): Promise<void>;
}

const asItIs: Change = (reply) => reply;

async function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Reply> {
	const { authorization = '', 'content-type': type } = request.headers;
	const response = await fetch(target + request.url, {
		method: request.method,
		headers: { authorization, ...(type && { 'content-type': type }) },
		...(body.length > 0 && { body }),
	});
	const date = response.headers.get('date') ?? '';
	return {
		status: response.status,
		headers: { 'content-type': 'application/json', date },
		body: await response.json(),
	};
}

const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

/** Stands before a sandbox, and changes what it replies. */
export async function startProxy(target: string): Promise<Proxy> {
	const proxy = { kinds: [] as Kind[], change: asItIs };
	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const body = await buffer(request);
		const kind = kindOf(request, body);
		proxy.kinds.push(kind);
		const reply = await proxy.change(await forward(target, request, body), kind);
		if (reply === 'drop') response.destroy();
		else response.writeHead(reply.status, reply.headers).end(textOf(reply.body));
	};
	const server = createServer((request, response) => {
		answer(request, response).catch((error: Error) => response.destroy(error));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(proxy, {
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	});
}
