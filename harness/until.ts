/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** So long a very busy machine may take; what takes longer will not happen. */
const WITHIN_MS = 40_000;

/** Lets everything happen that needs no time. */
export const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Lets the event loop turn until something has happened. @throws Error when it does not happen */
export async function until(happened: () => boolean): Promise<void> {
	for (const end = Date.now() + WITHIN_MS; !happened(); await settled()) {
		if (Date.now() > end) throw new Error(`This has not happened: ${String(happened)}`);
	}
}
