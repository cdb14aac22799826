/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { Running } from './processes';

/** Asks a server one thing, and rejects as long as it does not answer. */
export type Check = () => Promise<boolean>;

export const isOk =
	(url: string): Check =>
	async () =>
		(await fetch(url)).ok;

export const isJson =
	(url: string): Check =>
	async () =>
		'data' in Object(await (await fetch(url)).json());

/** How long n8n may take to come up; the first start makes its database. */
const READY_WITHIN_MS = 3 * 60_000;

/**
 * Waits until a server is up. n8n answers everything with 200 while it starts, then 404 for a while: only all checks
 * together mean that it is up.
 *
 * @throws Error with the end of its log when it does not come up
 */
export async function untilReady(server: Running, checks: Check[]): Promise<void> {
	for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await wait(200)) {
		if (server.hasEnded()) break;
		const answers = await Promise.all(checks.map(async (check) => await check())).catch(() => [
			false,
		]);
		if (answers.every(Boolean)) return;
	}
	await server.stop();
	throw new Error(`n8n did not start:\n${server.output().split('\n').slice(-30).join('\n')}`);
}
