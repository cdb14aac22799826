/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readlinkSync, rmSync, truncateSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { failureOf, groups, itemsTo, retryOnFail } from '../support/texts';

const COUNT = 40;
const context = useLiveDesk({ conversations: conversations(COUNT), binaryMode: 'filesystem' });
const bytes = randomBytes(1_000_000);
const whole = createHash('sha256').update(bytes).digest('hex');
const file = { fileName: 'a.bin', mimeType: 'application/octet-stream' };
const proceed = { onError: 'continueRegularOutput' } as const;

const sending = (more: IDataObject = {}, options: IDataObject = {}): IDataObject => ({
	operation: 'sendAttachment',
	conversationId: byId('={{ $json.to }}'),
	options,
	...more,
});
const storing = async () => await context.engine.store(bytes, file);
const withFile = (data: IBinaryData, ...to: number[]) =>
	itemsTo(...to).map((json) => ({ json, binary: { data } }));

/** Where n8n keeps a stored file. */
function pathOf({ id = '' }: IBinaryData): string {
	const home = process.env.N8N_USER_FOLDER ?? '';
	const name = id.split('/').at(-1) ?? '';
	const found = readdirSync(home, { recursive: true })
		.map(String)
		.find((path) => path.endsWith(name));
	return join(home, found ?? '');
}

describe('a file in the item arrives whole', () => {
	const base64 = bytes.toString('base64');
	test.each<[string, IDataObject]>([
		['in lines', { data: base64.replace(/.{76}/g, '$&\r\n') }],
		['with a line break at its end', { data: `${base64}\n` }],
		['with an empty ID', { data: base64, id: '' }],
		['with no ID but null', { data: base64, id: null }],
		['without a MIME type', { data: base64, mimeType: undefined }],
	])('%s', async (_, given) => {
		const { send, sandbox } = context;
		const data = { ...file, ...given } as unknown as IBinaryData;
		const { items, error } = await send({ parameters: sending(), items: withFile(data, 1) });
		expect(error).toBeUndefined();
		expect(pairs(items)).toEqual(pairedWith(0));
		expect(sandbox.journal.starts().map(({ parts }) => parts?.[0]?.sha256)).toEqual([whole]);
	});
});

describe('a file that cannot be sent is known before anything is sent', () => {
	test.each([
		['no base64', { data: 'not base64!' }],
		['no data', { data: undefined }],
		['the ID of a stored file missing', { data: 'filesystem-v2' }],
	])('%s', async (_, given) => {
		const { send, sandbox } = context;
		const good = withFile({ ...file, data: 'YWJj' }, 1, 2);
		const bad = withFile({ ...file, ...given } as IBinaryData, 3);
		const { error } = await send({ parameters: sending(), items: [...good, ...bad] });
		expect(sandbox.journal.starts()).toEqual([]);
		expect(error?.context?.itemIndex).toBe(2);
	});
});

describe('a stored file that is not what n8n noted', () => {
	test.each<[string, (path: string) => void, RegExp]>([
		['is told as too short', (path) => truncateSync(path, 300_000), /fewer bytes than n8n noted/],
		['is told as too long', (path) => appendFileSync(path, 'x'), /more bytes than n8n noted/],
		['is told as gone', (path) => rmSync(path), /n8n no longer has it/],
	])('%s, and hangs nobody', async (_, spoil, words) => {
		const { send, sandbox } = context;
		const stored = await storing();
		spoil(pathOf(stored));
		const items = [...withFile(await storing(), 1), ...withFile(stored, 1)];
		const result = await send({ parameters: sending(), items, node: retryOnFail });
		expect(sandbox.messages(1)).toHaveLength(1);
		expect(result.error?.message).toBe(
			'A file of the message could not be read to its end [item 1]',
		);
		expect(result.error?.description).toMatch(words);
		expect(groups(result)).toEqual({ sent: [0], refused: [1] });
	});
});

describe(`no file stays open after ${COUNT} uploads that ended early`, () => {
	let act: (request: IncomingMessage, response: ServerResponse) => void;
	let server: Server;
	beforeAll(async () => {
		server = createServer((request, response) => {
			request.on('error', () => {});
			act(request, response);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
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

	const refuse =
		(status: number): typeof act =>
		(request, response) => {
			response.writeHead(status, { Connection: 'close' }).end('{"error":"no"}');
			request.pause();
		};
	const start = async (more: IDataObject = {}) => {
		const { port } = server.address() as AddressInfo;
		const credentials = { ...context.sandbox.credentials, baseUrl: `http://127.0.0.1:${port}` };
		const items = withFile(await storing(), ...conversations(COUNT).map(({ id }) => id));
		const parameters = sending(more, { rateLimitWait: 0 });
		return context.start({ parameters, items, node: proceed, credentials });
	};

	test.each<[string, typeof act]>([
		['with 413', refuse(413)],
		['with 401', refuse(401)],
		['with 429', refuse(429)],
		['with a reset', ({ socket }) => socket.resetAndDestroy()],
		['with the end of the connection', ({ socket }) => void socket.end()],
		['with a time-out', (request) => void request.pause()],
	])('%s', async (_, how) => {
		act = how;
		const { items } = await (await start({ requestOptions: { timeout: 300 } })).done;
		expect(items).toHaveLength(COUNT);
		expect(items.every((item) => failureOf(item))).toBe(true);
		await until(() => openFiles().length === 0);
	});

	test('with a cancel', async () => {
		let begun = 0;
		act = (request) => {
			begun++;
			request.pause();
		};
		const execution = await start();
		await until(() => begun === 10);
		expect(openFiles().length).toBeGreaterThan(0);
		execution.cancel();
		await execution.done;
		await until(() => openFiles().length === 0);
	});
});
