import type { FastifyReply } from 'fastify';
import type { TroubleRule } from '../trouble/rule';
import { pause } from './pause';
import type { Answer } from './response';

const PIECES = 10;
const PIECE_MS = 20;

/**
 * Writes a reply that is not what its head says, breaks off, or comes slowly.
 * @param breaking called before the connection is broken off
 */
export async function garble(
	response: FastifyReply['raw'],
	{ status, headers, payload }: Answer,
	{ garble: how, latencyMs = PIECE_MS }: TroubleRule,
	breaking: () => void,
): Promise<void> {
	const bytes = Buffer.from(payload);
	const write = async (part: Buffer) =>
		await new Promise<void>((resolve) => response.write(part, () => resolve()));
	if (how === 'gzip') {
		response.writeHead(status, { ...headers, 'content-encoding': 'gzip' }).end(bytes);
		return;
	}
	if (how === 'drip') {
		response.writeHead(status, { ...headers, 'content-length': bytes.length });
		const size = Math.ceil(bytes.length / PIECES);
		for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
			if (at > 0) await pause(latencyMs, response);
			await write(bytes.subarray(at, at + size));
		}
		response.end();
		return;
	}
	const announced = how === 'length' ? bytes.length + 100 : bytes.length;
	response.writeHead(status, { ...headers, 'content-length': announced });
	response.flushHeaders();
	await write(how === 'length' ? bytes : bytes.subarray(0, Math.floor(bytes.length / 2)));
	breaking();
	if (how === 'reset') response.socket?.resetAndDestroy();
	else response.destroy();
}
