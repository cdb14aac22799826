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
): Promise<T> {
	for (const end = Date.now() + withinMs; Date.now() < end; await wait(INTERVAL_MS)) {
		const answer = await ask();
		if (answer !== undefined) return answer;
	}
	throw new Error(`Not within ${withinMs / 1000} s: ${what}.`);
}

/** Does something with each item, with never more than `limit` at a time. @returns the results in the items' order */
export async function inParallel<T, R>(
	limit: number,
	items: readonly T[],
	task: (item: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const left = [...items.entries()];
	const lane = async () => {
		for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await task(next[1]);
	};
	await Promise.all(Array.from({ length: limit }, lane));
	return results;
}
