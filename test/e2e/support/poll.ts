/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';

/** Seldom enough not to keep n8n from its work on a machine with few cores. */
const INTERVAL_MS = 250;

/**
 * Asks again and again until there is an answer.
 *
 * @param what for the error's words, e.g. `the webhook takes calls`
 * @throws Error when there is none in time
 */
export async function poll<T>(
	what: string,
	withinMs: number,
	ask: () => Promise<T | undefined> | T | undefined,
	intervalMs = INTERVAL_MS,
): Promise<T> {
	for (const end = Date.now() + withinMs; Date.now() < end; await wait(intervalMs)) {
		const answer = await ask();
		if (answer !== undefined) return answer;
	}
	throw new Error(`Not within ${withinMs / 1000} s: ${what}.`);
}

/** Waits until something holds. @throws Error that names it when it takes too long */
export async function pollUntil(
	holds: () => boolean | Promise<boolean>,
	what: string,
	withinMs = 30_000,
): Promise<void> {
	await poll(what, withinMs, async () => (await holds()) || undefined, 40);
}
