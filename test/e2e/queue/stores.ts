/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../real/port';
import { run, start, type Running } from '../../../real/processes';
import { postgresBinary, redisBinary } from './binaries';
import { poll } from '../support/poll';

/** Takes what has been started down again, the last first; also when a later start fails or takes too long. */
export type Closing = Array<() => Promise<void>>;

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 30_000;
/** PostgreSQL refuses to run as root; Debian's package brings this user. */
const POSTGRES_USER = 'postgres';

/** Makes a folder that other users can pass through: PostgreSQL's own folder is in it. */
export async function temporaryFolder(closing: Closing): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'livedesk-queue-'));
	closing.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	await chmod(folder, 0o755);
	return folder;
}

async function takesConnections(port: number): Promise<true | undefined> {
	return await new Promise((resolve) => {
		const socket = connect(port, HOST);
		const end = (answer?: true) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => end(true)).once('error', () => end());
	});
}

async function untilReady(
	name: string,
	running: Running,
	ask: () => Promise<true | undefined>,
): Promise<void> {
	await poll(`${name} takes connections`, READY_WITHIN_MS, async () => {
		if (running.hasEnded()) throw new Error(`${name} did not start:\n${running.output()}`);
		return await ask();
	});
}

/** Starts a Redis that keeps nothing on the disk. @returns n8n's settings for it */
export async function startRedis(closing: Closing, cwd: string): Promise<Record<string, string>> {
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no'];
	const redis = start(redisBinary(), [...settings, '--dir', cwd], { cwd });
	closing.push(async () => await redis.stop());
	await untilReady('Redis', redis, async () => await takesConnections(port));
	return { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) };
}

/** How to run a program of PostgreSQL: as itself, not as a child of another that changes the user. */
function asPostgres(file: string, args: string[]): [file: string, args: string[]] {
	if (process.getuid?.() !== 0) return [file, args];
	const as = [`--reuid=${POSTGRES_USER}`, `--regid=${POSTGRES_USER}`, '--init-groups'];
	return ['setpriv', [...as, file, ...args]];
}

/** Starts a PostgreSQL that whoever is on this machine can use. @returns n8n's settings for it */
export async function startPostgres(
	closing: Closing,
	folder: string,
): Promise<Record<string, string>> {
	const cwd = join(folder, 'postgres');
	await mkdir(cwd);
	if (process.getuid?.() === 0) await run('chown', [POSTGRES_USER, cwd], { cwd: folder });
	const data = join(cwd, 'data');
	const initdb = ['-D', data, '-U', POSTGRES_USER, '-A', 'trust', '-E', 'UTF8', '--locale=C'];
	await run(...asPostgres(postgresBinary('initdb'), [...initdb, '--no-sync']), { cwd });
	const port = String(await freePort());
	const settings = [`listen_addresses=${HOST}`, `port=${port}`, 'unix_socket_directories='];
	const options = [...settings, 'fsync=off'].flatMap((setting) => ['-c', setting]);
	const server = start(...asPostgres(postgresBinary('postgres'), ['-D', data, ...options]), {
		cwd,
	});
	closing.push(async () => await server.stop());
	const isReady = ['-h', HOST, '-p', port, '-U', POSTGRES_USER];
	await untilReady('PostgreSQL', server, async () => {
		const asked = run(postgresBinary('pg_isready'), isReady, { cwd });
		return await asked.then(
			() => true as const,
			() => undefined,
		);
	});
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_USER: POSTGRES_USER,
		DB_POSTGRESDB_DATABASE: 'postgres',
	};
}
