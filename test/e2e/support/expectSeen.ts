/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const BETWEEN_LOOKS_MS = 50;

/** Looks again and again until what is seen is what was expected; a page takes a moment to change. */
export async function expectSeen<T>(look: () => Promise<T>, expected: T): Promise<void> {
	const end = Date.now() + PATIENCE_MS;
	let seen = await look();
	while (JSON.stringify(seen) !== JSON.stringify(expected) && Date.now() < end) {
		await wait(BETWEEN_LOOKS_MS);
		seen = await look();
	}
	expect(seen).toEqual(expected);
}
