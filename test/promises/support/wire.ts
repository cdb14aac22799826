/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket, type SecureVersion } from 'node:tls';
import { listen } from '../../support/listen';
import { certificateFor } from './certificate';

/** Servers that do to a connection what no HTTP server would. */
export interface Wire {
	/** @returns the port */
	listen(server: Server): Promise<number>;
	/** Ends all servers and their connections. */
	close(): void;
}

/** A server that counts the messages that it has taken whole. */
export type Counting = Server & { taken: number };

export function createWire(): Wire {
	const servers: Server[] = [];
	const sockets = new Set<Socket>();
	return {
		async listen(server) {
			servers.push(server);
			server.on('connection', (socket) => {
				sockets.add(socket.on('error', () => {}));
				socket.on('close', () => sockets.delete(socket));
			});
			server.on('tlsClientError', () => {});
			return await listen(server);
		},
		close() {
			for (const socket of sockets) socket.destroy();
			for (const server of servers.splice(0)) server.close();
		},
	};
}

/** A server that does something once it has a whole request, which ends with the text given. */
export function answering(text: string, act: (socket: Socket) => void): Counting {
	const server = Object.assign(
		createServer((socket) => {
			takes(socket, text, () => {
				server.taken++;
				act(socket);
			});
		}),
		{ taken: 0 },
	);
	return server;
}

/** The same over TLS: what is done is done to the connection below it as well. */
export async function answeringTls(
	text: string,
	version: SecureVersion,
	act: (below: Socket, secure: TLSSocket) => void,
): Promise<Counting> {
	const keys = await certificateFor('localhost');
	const server = Object.assign(
		createServer((below) => {
			const secure = new TLSSocket(below, {
				...keys,
				isServer: true,
				minVersion: version,
				maxVersion: version,
			});
			secure.on('error', () => {});
			takes(secure, text, () => {
				server.taken++;
				act(below, secure);
			});
		}),
		{ taken: 0 },
	);
	return server;
}

function takes(socket: Socket, text: string, whole: () => void) {
	let received = '';
	socket.on('data', (chunk: Buffer) => {
		received += chunk.toString();
		if (received.includes(text)) whole();
	});
}

export const corruptRecord = Buffer.from([0x17, 3, 3, 0, 32, ...new Array<number>(32).fill(7)]);
