/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CREDENTIAL } from '../../real/examples';
import { freePort } from '../../real/port';
import { start as startProcess, type Running } from '../../real/processes';
import { logIn } from '../../real/rest';
import { pollUntil } from './support/poll';
import { prepared } from './support/prepared';

const root = resolve(__dirname, '../..');
/** The first start makes n8n's database. */
const UP_WITHIN_MS = 240_000;

let cache: string;
let ports: { n8n: number; sandbox: number };

/** Does what `npm start` does after the build, with ports that are free. */
function start(env: NodeJS.ProcessEnv = {}): Running {
	const options = ['--port', String(ports.n8n), '--sandbox-port', String(ports.sandbox)];
	return startProcess(process.execPath, ['--import', 'tsx', 'real/main.ts', ...options], {
		cwd: root,
		env: { ...process.env, LIVEDESK_CACHE: cache, ...env },
	});
}

async function untilUp(running: Running): Promise<string> {
	const isUp = () => running.output().includes('Press Ctrl-C') || running.hasEnded();
	await pollUntil(isUp, 'the end of the start', UP_WITHIN_MS);
	return running.output();
}

/** Presses Ctrl-C. @returns the exit code */
async function interrupt(running: Running): Promise<number | null> {
	running.interrupt();
	return await running.ended;
}

beforeAll(async () => {
	cache = await mkdtemp(join(tmpdir(), 'livedesk-cache-'));
	// What is installed already is shared; the n8n of a person who tries it out is not.
	const { node, folders } = prepared();
	const nodeFolder = resolve(dirname(node), '../../..');
	for (const folder of [folders.current, nodeFolder]) {
		await symlink(folder, join(cache, basename(folder)));
	}
	ports = { n8n: await freePort(), sandbox: await freePort() };
});
afterAll(async () => await rm(cache, { recursive: true, force: true, maxRetries: 3 }));

test.each(['the first time', 'the second time'])(
	'npm start gives an n8n with all that one needs, and Ctrl-C ends it, %s',
	async () => {
		const running = start();
		const printed = await untilUp(running);
		const url = `http://127.0.0.1:${ports.n8n}`;
		expect(printed).toContain(`n8n           ${url}`);
		expect(printed).toContain(`Sandbox       http://127.0.0.1:${ports.sandbox}`);
		expect(printed).not.toContain('Installing n8n-');

		const [, emailOrLdapLoginId] = /e-mail +(\S+)/.exec(printed) ?? [];
		const [, password] = /password +(\S+)/.exec(printed) ?? [];
		const login = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId, password }),
		});
		expect(login.status).toBe(200);

		const rest = await logIn(url);
		const names = (await readdir(join(root, 'examples'))).length;
		expect(await rest.call('GET', '/rest/workflows')).toHaveLength(names);
		const path = `/rest/credentials/${CREDENTIAL.id}?includeData=true`;
		const verdict = await rest.call('POST', '/rest/credentials/test', {
			credentials: await rest.call('GET', path),
		});
		expect(verdict).toMatchObject({ status: 'OK' });
		expect((await fetch(`http://127.0.0.1:${ports.sandbox}`)).status).toBe(200);

		expect(await interrupt(running)).toBe(0);
		for (const port of Object.values(ports)) {
			await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
		}
	},
	UP_WITHIN_MS + 60_000,
);

test.each([
	['n8n', '--port'],
	['sandbox', '--sandbox-port'],
] as const)('npm start says what to do where the port of %s is taken', async (which, option) => {
	const stranger = createServer().listen(ports[which], '127.0.0.1');
	const running = start();
	expect(await running.ended).toBe(1);
	expect(running.output()).toMatch(
		new RegExp(`Port ${ports[which]}, which .+, is taken\\. .+ ${option}\\.`),
	);
	await new Promise((closed) => stranger.close(closed));
});

test('npm start says what to do where an install does not work out', async () => {
	const empty = join(cache, 'empty');
	await mkdir(empty);
	const running = start({
		LIVEDESK_CACHE: empty,
		npm_config_registry: `http://127.0.0.1:${await freePort()}`,
		npm_config_cache: join(empty, 'npm'),
		npm_config_fetch_retries: '0',
	});
	expect(await running.ended).toBe(1);
	expect(running.output()).toMatch(/^npm could not install into .+\. Run the command again/m);
});
