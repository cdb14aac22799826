/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { FastifyReply } from 'fastify';
import type { TroubleRule } from '../trouble/rule';

/** How long to wait: milliseconds, `[least, most]` of them, or until a promise has its end. */
type Wait = TroubleRule['latencyMs' | 'holdUntil'];

/**
 * Waits as long as a rule says, but no longer than somebody waits for the reply:
 * a connection that closes ends the wait, so that no timer outlives it.
 */
export async function pause(wait: Wait, response: FastifyReply['raw']): Promise<void> {
	if (wait === undefined || response.destroyed) return;
	await new Promise<void>((resolve) => {
		const end = () => {
			clearTimeout(timer);
			response.off('close', end);
			resolve();
		};
		let timer: NodeJS.Timeout | undefined;
		if (wait instanceof Promise) wait.then(end, end);
		else timer = setTimeout(end, millisecondsOf(wait));
		response.once('close', end);
	});
}

function millisecondsOf(latency: number | [number, number]): number {
	const [min, max] = Array.isArray(latency) ? latency : [latency, latency];
	return min + Math.random() * (max - min);
}
