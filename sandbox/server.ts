import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { addApi } from './http/api';
import type { Desk } from './http/call';
import { defaultConversations } from './contract/seed';
import { controls } from './control';
import { Events } from './desk/events';
import { Files } from './desk/files';
import { Journal } from './http/journal';
import { Refusal } from './http/refusal';
import { addControl } from './routes/control';
import { addFiles } from './routes/files';
import { addPage } from './routes/page';
import { Seeds } from './desk/seeds';
import { Store } from './desk/store';
import { Trouble } from './trouble/trouble';
import type { Sandbox, SandboxOptions } from './types';

const host = '127.0.0.1';

/** A path that cannot be decoded is an unknown one, not an error of the server. */
function decodable(url = '/'): string {
	try {
		decodeURIComponent(url);
		return url;
	} catch {
		return url.startsWith('/api/') ? '/api/undecodable' : '/undecodable';
	}
}

function createServer(): FastifyInstance {
	const server = fastify({
		forceCloseConnections: true,
		rewriteUrl: (request) => decodable(request.url),
		routerOptions: { maxParamLength: 1000 },
	});
	server.setNotFoundHandler((_request, reply) =>
		reply.code(404).send({ error: 'Resource could not be found' }),
	);
	server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		if (error instanceof Refusal) return reply.code(error.status).send(error.body);
		return reply.code(error.statusCode ?? 500).send({ error: error.message });
	});
	return server;
}

/**
 * Starts a local LiveDesk on 127.0.0.1, and resolves once it takes requests.
 * Rejects when the port is taken (EADDRINUSE) or a conversation cannot be added.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { apiKey = 'sandbox-key', apiSecret = 'sandbox-secret', port = 0, pageSize = 15 } = options;
	const events = new Events();
	const store = new Store(events);
	const seeds = new Seeds(store);
	const files = new Files();
	const journal = new Journal();
	const trouble = new Trouble();
	const desk: Desk = { store, files, url: '', pageSize };
	const control = controls(store, seeds, files, journal, trouble);
	const server = createServer();
	const close = async () => {
		await server.close();
		files.close();
	};
	const open = async () => {
		(options.conversations ?? defaultConversations).forEach(control.addConversation);
		addApi(server, { desk, journal, trouble, apiKey, apiSecret });
		addControl(server, control, store, seeds, events);
		addFiles(server, files);
		addPage(server);
		return await server.listen({ host, port });
	};
	const url = await open().catch(async (error: unknown) => {
		await close();
		throw error;
	});
	desk.url = url;
	const credentials = { apiKey, apiSecret, baseUrl: url };
	return { url, apiKey, apiSecret, credentials, ...control, close };
}
