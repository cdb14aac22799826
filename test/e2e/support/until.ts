/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds. @throws Error that names it when it takes too long */
export async function until(
	holds: () => boolean | Promise<boolean>,
	what: string,
	withinMs = 30_000,
): Promise<void> {
	for (const end = Date.now() + withinMs; Date.now() < end; await wait(10)) {
		if (await holds()) return;
	}
	throw new Error(`Waited for ${what} in vain.`);
}
