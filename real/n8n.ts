/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from './port';
import { run, start, type Running } from './processes';
import { isJson, isOk, untilReady } from './ready';

/** An n8n on this machine, not necessarily running. */
export interface Installation {
	/** The folder that holds `node_modules/n8n`. */
	folder: string;
	/** The Node binary that runs it. */
	node: string;
	/** n8n keeps everything of a user below this folder. */
	home: string;
	/** Further environment variables. */
	env?: Record<string, string>;
}

/** n8n's own folder in a user's home. */
export const dataFolder = ({ home }: Installation) => join(home, '.n8n');

/** A person's n8n settings must not leak in. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODES_|WEBHOOK_|EXTERNAL_|GENERIC_|NODE_OPTIONS$|NODE_PATH$|NODE_ENV$|JEST_)/;

async function environment(installation: Installation): Promise<NodeJS.ProcessEnv> {
	const { folder, node, home, env } = installation;
	const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	const knowsRegistry = existsSync(join(folder, 'node_modules/n8n/dist/modules/mcp-registry'));
	return {
		...Object.fromEntries(own),
		PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		// Nothing is to leave this machine.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// n8n 2 asks for a list of servers at each start; n8n 1 ends at a module that it does not know.
		...(knowsRegistry ? { N8N_DISABLED_MODULES: 'mcp-registry' } : {}),
		...env,
	};
}

const binary = ({ folder }: Installation) => join(folder, 'node_modules/n8n/bin/n8n');

/** Runs one of n8n's commands, e.g. `import:workflow`. @returns what it wrote */
export async function command(installation: Installation, args: string[]): Promise<string> {
	await mkdir(installation.home, { recursive: true });
	return await run(installation.node, [binary(installation), ...args], {
		cwd: installation.home,
		env: await environment(installation),
		timeoutMs: 4 * 60_000,
	});
}

export interface Server {
	url: string;
	/** What n8n has written to its log. */
	log(): string;
	stop(): Promise<void>;
	/** Ends it at once, as a crash would. */
	kill(): void;
}

/**
 * Starts n8n's server, and waits until the editor can be opened.
 *
 * @param port where it listens on loopback; any free one unless told
 * @throws Error with the end of its log when it does not come up
 */
export async function serve(installation: Installation, port?: number): Promise<Server> {
	const listensOn = port ?? (await freePort());
	const url = `http://127.0.0.1:${listensOn}`;
	await mkdir(installation.home, { recursive: true });
	const process_ = start(installation.node, [binary(installation), 'start'], {
		cwd: installation.home,
		env: { ...(await environment(installation)), N8N_PORT: String(listensOn) },
	});
	await untilReady(process_, [
		isJson(`${url}/rest/settings`),
		...['/healthz/readiness', '/signin'].map((path) => isOk(url + path)),
	]);
	return serverOf(url, process_);
}

/**
 * Starts a worker, which runs what a server in queue mode puts into the queue, and waits until it takes work. Both need
 * the same queue, database and encryption key in their `env`.
 *
 * @param concurrency how many executions it runs at a time
 * @throws Error with the end of its log when it does not come up
 */
export async function serveWorker(installation: Installation, concurrency = 10): Promise<Server> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	await mkdir(installation.home, { recursive: true });
	const process_ = start(
		installation.node,
		[binary(installation), 'worker', `--concurrency=${concurrency}`],
		{
			cwd: installation.home,
			env: {
				...(await environment(installation)),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
			},
		},
	);
	await untilReady(process_, [isOk(`${url}/healthz/readiness`)]);
	return serverOf(url, process_);
}

const serverOf = (url: string, { output, stop, kill }: Running): Server => ({
	url,
	log: output,
	stop: async () => await stop(),
	kill,
});
