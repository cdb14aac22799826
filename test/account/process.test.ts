/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { checking } from './support/checking';

const PATIENCE_MS = 120_000;

const context = checking();
jest.setTimeout(PATIENCE_MS);

const root = resolve(__dirname, '../..');
const credentials = { LIVEDESK_API_KEY: 'sandbox-key', LIVEDESK_API_SECRET: 'sandbox-secret' };

interface Ended {
	exitCode: number | null;
	out: string;
	errors: string;
}

/** The command as npm starts it, without a terminal. */
function start(args: string[], env: NodeJS.ProcessEnv = credentials) {
	const bare = { LIVEDESK_API_KEY: undefined, LIVEDESK_API_SECRET: undefined };
	const child: ChildProcess = spawn(
		process.execPath,
		['--import', 'tsx', 'account/main.ts', ...args],
		{ cwd: root, env: { ...process.env, ...bare, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const outputs = Promise.all([child.stdout, child.stderr].map(async (each) => await text(each!)));
	const ended = once(child, 'close').then(async ([exitCode]): Promise<Ended> => {
		const [out, errors] = await outputs;
		return { exitCode: exitCode as number | null, out, errors };
	});
	return { child, ended };
}

const where = () => ['--conversation', '141', `--base-url=${context.proxy.url}`];

describe('the command check:account', () => {
	it('the command ends with 0 where all is as expected, and shows neither key nor secret', async () => {
		const { exitCode, out, errors } = await start([...where(), '--yes']).ended;

		expect(errors).toBe('');
		expect(out).toContain('This LiveDesk is as the node needs it.');
		expect(out).not.toMatch(/sandbox-key|sandbox-secret/);
		expect(exitCode).toBe(0);
	});

	it('the command ends with 1 where something is not as the node needs it', async () => {
		context.proxy.change = (reply, kind) =>
			kind === 'page1' ? { ...reply, body: { ...reply.body, payload: {} } } : reply;

		const { exitCode, out } = await start([...where(), '--yes']).ended;

		expect(out).toContain('This LiveDesk is not as the node needs it: 1 difference that matters.');
		expect(exitCode).toBe(1);
	});

	it('the command ends with 2 where nobody can be asked and nobody has agreed', async () => {
		const { exitCode, errors } = await start(where()).ended;

		expect(errors).toContain('If they may, add --yes. Nothing was done.');
		expect(context.proxy.kinds).toEqual([]);
		expect(exitCode).toBe(2);
	});

	it('the command ends with 2 where key and secret cannot be asked for', async () => {
		const { exitCode, errors } = await start([...where(), '--yes'], {}).ended;

		expect(errors).toBe('Set LIVEDESK_API_KEY and LIVEDESK_API_SECRET. Nothing was done.\n');
		expect(exitCode).toBe(2);
	});

	it('the command says after Ctrl-C what was posted, and does not wait for a response that never comes', async () => {
		let arrived = () => {};
		const fileArrived = new Promise<void>((done) => (arrived = done));
		context.proxy.change = async (reply, kind) => {
			if (kind !== 'file') return reply;
			arrived();
			return await new Promise(() => {});
		};
		const { child, ended } = start([...where(), '--yes']);
		await fileArrived;
		child.kill('SIGINT');
		child.kill('SIGINT');

		const { exitCode, errors } = await ended;

		expect(errors).toMatch(
			/^Posted into conversation 141: 2 notes: a text \(\d+\), a reply \(\d+\)\.\na picture may have been posted too: no response says\.\nStopped\.\n$/,
		);
		expect(exitCode).toBe(2);
	});
});
