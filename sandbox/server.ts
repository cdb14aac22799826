import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { addApi } from './http/api';
import type { Desk } from './http/call';
import { contactSeed, conversationSeed, defaultConversations } from './contract/seed';
import { parse } from './contract/schema';
import { Events } from './desk/events';
import { Files } from './desk/files';
import { Journal } from './http/journal';
import { Refusal } from './http/refusal';
import { addControl } from './routes/control';
import { addFiles } from './routes/files';
import { addPage } from './routes/page';
import { Store } from './desk/store';
import { Trouble } from './trouble/trouble';
import { troubleRule } from './trouble/rule';
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

function controls(store: Store, files: Files, journal: Journal, trouble: Trouble) {
	const find = (id: string | number) => {
		const conversation = store.conversations.get(String(id));
		if (!conversation) throw new Error(`There is no conversation ${id}`);
		return conversation;
	};
	return {
		journal,
		addConversation: (seed) => void store.seed(parse(conversationSeed, seed)),
		addContact(seed) {
			const { contact, source_id } = store.seedContact(parse(contactSeed, seed));
			return { ...contact, source_id };
		},
		contacts: () => structuredClone(store.contacts.all()),
		setLabels(id, labels) {
			const contact = store.contacts.get(id);
			if (!contact) throw new Error(`There is no contact ${id}`);
			store.contacts.change(contact, { labels });
		},
		status(id) {
			const { status, snoozedUntil } = find(id);
			return { status, snoozed_until: snoozedUntil };
		},
		addMessage: (id, message) => store.add(find(id), message),
		messages: (id) => [...find(id).messages.values()],
		file(attachmentId) {
			const file = files.get(attachmentId);
			if (!file) throw new Error(`There is no attachment ${attachmentId}`);
			return file.path;
		},
		script: (rule) => trouble.add(troubleRule(rule)),
		reset() {
			store.clear();
			files.clear();
			trouble.clear();
			journal.clear();
		},
	} satisfies Partial<Sandbox>;
}

/**
 * Starts a local LiveDesk on 127.0.0.1, and resolves once it takes requests.
 * Rejects when the port is taken (EADDRINUSE) or a conversation cannot be added.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { apiKey = 'sandbox-key', apiSecret = 'sandbox-secret', port = 0, pageSize = 15 } = options;
	const events = new Events();
	const store = new Store(events);
	const files = new Files();
	const journal = new Journal();
	const trouble = new Trouble();
	const desk: Desk = { store, files, url: '', pageSize };
	const control = controls(store, files, journal, trouble);
	const server = createServer();
	const close = async () => {
		await server.close();
		files.close();
	};
	const open = async () => {
		(options.conversations ?? defaultConversations).forEach(control.addConversation);
		addApi(server, { desk, journal, trouble, apiKey, apiSecret });
		addControl(server, control, store, events);
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
