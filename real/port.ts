/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** @returns a port that nobody listens on */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

/** @throws Error in plain words when somebody listens on the port already */
export async function assertFree(port: number, forWhom: string, option: string): Promise<void> {
	await listenOnce(port).catch(() => {
		throw new Error(
			`Port ${port}, which ${forWhom} wants, is taken. Stop what listens there, or choose another with ${option}.`,
		);
	});
}

async function listenOnce(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, HOST, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
		});
	});
}
