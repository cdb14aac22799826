/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readlinkSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import { until } from '../../../harness/until';
import { listen } from '../../support/listen';
import { proceed } from '../../support/settings';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { sending, store, withFiles } from '../support/files';
import { failureOf } from '../support/texts';

const COUNT = 40;
const desk = useLiveDesk({ conversations: conversations(COUNT), binaryMode: 'filesystem' });

type Act = (request: IncomingMessage, response: ServerResponse) => void;
let act: Act;
let baseUrl: string;
const server = createServer((request, response) => {
	request.on('error', () => {});
	act(request, response);
});
beforeAll(async () => void (baseUrl = `http://127.0.0.1:${await listen(server)}`));
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** The stored files that this process has open. */
const openFiles = () =>
	readdirSync('/proc/self/fd').filter((fd) => {
		try {
			return readlinkSync(`/proc/self/fd/${fd}`).includes('binary_data');
		} catch {
			return false;
		}
	});

async function start(more: IDataObject = {}) {
	const to = conversations(COUNT).map(({ id }) => id);
	return desk.start({
		parameters: sending({ rateLimitWait: 0 }, more),
		items: withFiles(to, await store(desk)),
		node: proceed,
		credentials: { ...desk.sandbox.credentials, baseUrl },
	});
}

const refuse =
	(status: number): Act =>
	(request, response) => {
		response.writeHead(status, { Connection: 'close' }).end('{"error":"no"}');
		request.pause();
	};

test.each<[string, Act]>([
	['413', refuse(413)],
	['401', refuse(401)],
	['429', refuse(429)],
	['a reset', ({ socket }) => socket.resetAndDestroy()],
	[
		'a reset amid the body',
		(request) => void request.once('data', () => request.socket.resetAndDestroy()),
	],
	['the end of the connection', ({ socket }) => void socket.end()],
	['a time-out', (request) => void request.pause()],
])('no file stays open after uploads that ended early with %s', async (_, how) => {
	act = how;
	const { items } = await (await start({ requestOptions: { timeout: 300 } })).done;
	expect(items).toHaveLength(COUNT);
	expect(items.every((item) => failureOf(item))).toBe(true);
	await until(() => openFiles().length === 0);
});

test('no file stays open after a cancel', async () => {
	let begun = 0;
	act = (request) => {
		begun++;
		request.pause();
	};
	const execution = await start();
	// One of the test before, where the time was up, may come as late as now.
	await until(() => begun >= 10);
	expect(openFiles().length).toBeGreaterThan(0);
	execution.cancel();
	await execution.done;
	await until(() => openFiles().length === 0);
});
