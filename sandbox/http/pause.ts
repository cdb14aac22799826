/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { FastifyReply } from 'fastify';
import type { TroubleRule } from '../trouble/rule';

/**
 * Waits as long as a rule says, but no longer than somebody waits for the reply:
 * a connection that closes ends the wait, so that no timer outlives it.
 */
export async function pause(
	latency: TroubleRule['latencyMs'],
	response: FastifyReply['raw'],
): Promise<void> {
	if (latency === undefined || response.destroyed) return;
	const [min, max] = Array.isArray(latency) ? latency : [latency, latency];
	await new Promise<void>((resolve) => {
		const end = () => {
			clearTimeout(timer);
			response.off('close', end);
			resolve();
		};
		const timer = setTimeout(end, min + Math.random() * (max - min));
		response.once('close', end);
	});
}
