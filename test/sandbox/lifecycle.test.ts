/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { command } from '../../sandbox/command';
import { client, fileForm } from '../../harness/client';
import { until } from '../../harness/until';
import { held } from '../support/held';

const started: Sandbox[] = [];

async function start(options?: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
	const sandbox = await startSandbox(options);
	started.push(sandbox);
	return sandbox;
}

afterEach(async () => {
	await Promise.all(started.splice(0).map(async (sandbox) => await sandbox.close()));
});

test('the sandbox is reached on this computer only, with the credentials it tells', async () => {
	const sandbox = await start({ apiKey: 'a', apiSecret: 'b' });
	expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	expect(sandbox.credentials).toEqual({ apiKey: 'a', apiSecret: 'b', baseUrl: sandbox.url });
	expect((await client(sandbox).message(141, { content: 'x' })).status).toBe(200);
});

test('the sandbox runs beside others, each with its own messages', async () => {
	const [one, other] = [await start(), await start()];
	await client(one).message(141, { content: 'x' });
	expect(one.messages(141)).toHaveLength(1);
	expect(other.messages(141)).toEqual([]);
});

test('the sandbox refuses a conversation twice, or with an id that is no part of a path', async () => {
	await expect(startSandbox({ conversations: [{ id: 1 }, { id: '1' }] })).rejects.toThrow('exists');
	const sandbox = await start();
	expect(() => sandbox.addConversation({ id: '../1' })).toThrow('conversation id');
	expect(() => sandbox.addConversation({ id: 0 })).toThrow('conversation id');
	expect(() => sandbox.addMessage(999, {})).toThrow('no conversation 999');
});

test('the sandbox closes at once, with requests and listeners waiting, and leaves nothing behind', async () => {
	const sandbox = await start();
	const desk = client(sandbox);
	await desk.form(141, fileForm(['a', 'a/b', 'c']));
	const folder = dirname(sandbox.file(199));
	const feed = await fetch(`${sandbox.url}/_sandbox/events`);
	const listening = expect(feed.text()).rejects.toThrow();
	sandbox.script({ latencyMs: 3_600_000 });
	const waiting = expect(desk.message(141, { content: 'x' })).rejects.toThrow();
	await until(() => sandbox.journal.starts()[1]?.kind === 'text');
	await sandbox.close();
	await Promise.all([waiting, listening]);
	expect(existsSync(folder)).toBe(false);
	await expect(desk.get('/')).rejects.toThrow();
	const again = await start({ port: Number(new URL(sandbox.url).port) });
	expect(again.url).toBe(sandbox.url);
	await sandbox.close();
});

test('the sandbox does not journal the end of a request from before a reset', async () => {
	const sandbox = await start();
	const { holdUntil, release } = held();
	sandbox.script({ holdUntil });
	const reply = client(sandbox).message(141, { content: 'x' });
	await until(() => sandbox.journal.starts()[0]?.kind === 'text');
	sandbox.reset();
	release();
	await reply;
	expect(sandbox.journal.entries).toEqual([]);
});

test('the sandbox starts on the command line, and tells what to enter', async () => {
	const { sandbox, text } = await command(['--port', '0']);
	started.push(sandbox);
	for (const word of [sandbox.url, 'sandbox-key', 'sandbox-secret', '141', '142']) {
		expect(text).toContain(word);
	}
	expect((await fetch(sandbox.url)).status).toBe(200);
});

test('the sandbox says on the command line that its port is taken, and how to choose another', async () => {
	const { port } = new URL((await start()).url);
	await expect(command(['--port', port])).rejects.toThrow(
		`Port ${port} is taken by another program. Choose another one: npm run sandbox -- --port 3000`,
	);
});

test.each([[['--prot', '1']], [['--port']], [['--port', '99999']], [['3001']]])(
	'the sandbox does not understand %j on the command line',
	async (args) => {
		await expect(command(args)).rejects.toThrow('Usage: npm run sandbox -- [--port N]');
	},
);
