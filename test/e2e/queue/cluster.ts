/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { importInto } from '../../../real/examples';
import { dataFolder, serve, serveWorker, type Installation, type Server } from '../../../real/n8n';
import { installPackage } from '../../../real/package';
import { logIn, type Rest } from '../../../real/rest';
import type { Major } from '../support/instance';
import { prepared } from '../support/prepared';
import { startPostgres, startRedis, temporaryFolder, type Closing } from './stores';

/** An n8n in queue mode: the main process takes work in, the workers do it. */
export interface Cluster {
	which: Major;
	main: Server;
	workers: [Server, Server];
	rest: Rest;
}

/**
 * How soon n8n notices that a worker has died: the lock that it held on an execution runs out, and another worker, which
 * looks at the queue from time to time, finds it so. n8n's own values are four to six times as long. With much shorter ones it
 * would take a worker for dead that only waits for a busy machine.
 */
const NOTICED_SOON = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** A busy machine is not to keep n8n from its database for so long that it refuses calls: by default it has two connections. */
const PATIENT = { DB_POSTGRESDB_POOL_SIZE: '10', DB_PING_TIMEOUT_MS: '30000' };

/**
 * @param closing takes down again whatever has been started, also when this throws
 * @param credentials that n8n is to have
 * @param env further settings of all three processes
 */
export async function startCluster(
	which: Major,
	closing: Closing,
	credentials: object[],
	env: Record<string, string>,
): Promise<Cluster> {
	const { node, tarball, folders } = prepared();
	const folder = await temporaryFolder(closing);
	const settings = {
		...(await startRedis(closing, folder)),
		...(await startPostgres(closing, folder)),
		...PATIENT,
		...NOTICED_SOON,
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		...env,
	};
	const install = async (name: string): Promise<Installation> => {
		const home = join(folder, name);
		const installation = { folder: folders[which], node, home, env: settings };
		await mkdir(dataFolder(installation), { recursive: true });
		await installPackage(tarball, dataFolder(installation));
		return installation;
	};
	const [home, ...homes] = await Promise.all(['main', 'worker-1', 'worker-2'].map(install));
	// Makes the database's tables, too, which no two processes may do at the same time.
	await importInto(home, [], credentials);
	const [main, one, two] = await startAll(closing, [
		serve(home),
		...homes.map(async (worker) => await serveWorker(worker)),
	]);
	return { which, main, workers: [one, two], rest: await logIn(main.url) };
}

/** Waits for each server also when one fails: the others have to be stopped. */
async function startAll(closing: Closing, starting: Array<Promise<Server>>): Promise<Server[]> {
	const started = await Promise.allSettled(starting);
	const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	closing.push(async () => {
		await Promise.all(servers.map(async (server) => await server.stop()));
	});
	return await Promise.all(starting);
}
