import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Major } from '../support/instance';
import { E2E_CREDENTIAL } from '../../../harness/workflow';
import { startCluster, type Cluster } from './cluster';
import type { Closing } from './stores';
import { publish } from './workflow';

export const CONVERSATIONS = Array.from({ length: 50 }, (_, n) => 1000 + n);

/** A cluster whose webhook takes calls, and the sandbox that it sends to. */
export interface Desk extends Cluster {
	webhook: string;
	sandbox: Sandbox;
}

/** The first start makes n8n's database, beside whatever else this machine does. */
const STARTS_WITHIN_MS = 300_000;

async function startDesk(
	which: Major,
	closing: Closing,
	env: Record<string, string>,
): Promise<Desk> {
	const sandbox = await startSandbox({ conversations: CONVERSATIONS.map((id) => ({ id })) });
	closing.push(sandbox.close);
	const credential = { ...E2E_CREDENTIAL, data: sandbox.credentials };
	const cluster = await startCluster(which, closing, [credential], env);
	return { ...cluster, sandbox, webhook: await publish(cluster) };
}

/**
 * One cluster for all tests of a `describe` block, with a sandbox that each test finds empty.
 *
 * @param env further settings of n8n
 * @returns a function that gives it within a test
 */
export function useCluster(which: Major, env: Record<string, string> = {}): () => Desk {
	const closing: Closing = [];
	let starting: Promise<Desk>;
	let desk: Desk | undefined;
	beforeAll(async () => {
		starting = startDesk(which, closing, env);
		desk = await starting;
	}, STARTS_WITHIN_MS);
	beforeEach(() => desk?.sandbox.reset());
	afterAll(async () => {
		// One that is still coming up when Jest has given up on it is to be stopped as well.
		await starting.catch(() => undefined);
		for (const close of closing.splice(0).reverse()) await close();
	}, STARTS_WITHIN_MS);
	return () => {
		if (!desk) throw new Error('The cluster has not started.');
		return desk;
	};
}
