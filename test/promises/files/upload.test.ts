/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readlinkSync, rmSync, truncateSync, appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IBinaryData, IHttpRequestOptions } from 'n8n-workflow';
import { buildForm } from '../../../nodes/LiveDesk/attachment/form';
import { causeOf } from '../../../nodes/LiveDesk/delivery/core/cause';
import { requests } from '../support/requests';
import { settled, until } from '../../../harness/until';

const n8n = requests('filesystem');
const file = { fileName: 'a.bin', mimeType: 'application/octet-stream' };
const bytes = randomBytes(3_000_000);

/** What the server does with a request; by default it takes it whole. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
/** The bodies of the requests that were complete. */
let taken: Buffer[];
let server: Server;
let url: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		request.on('error', () => {});
		answer(request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	taken = [];
	answer = takeWhole;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

function takeWhole(request: IncomingMessage, response: ServerResponse) {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		taken.push(Buffer.concat(chunks));
		response.end('{"id":1}');
	});
}

/** Sends files as the node does. */
async function send(files: IBinaryData[], texts = {}, options: Partial<IHttpRequestOptions> = {}) {
	return await n8n.inNode(async (node) => {
		const form = await buildForm(node.helpers as never, files, texts);
		try {
			return await node.helpers.httpRequestWithAuthentication.call(node, 'liveDeskApi', {
				method: 'POST',
				url,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				...options,
				body: form.data as never,
			});
		} finally {
			form.close();
		}
	});
}

const storing = async () => await n8n.engine.store(bytes, file);
const pathOf = async ({ id = '' }: IBinaryData) =>
	await n8n.inNode(async ({ helpers }) => helpers.getBinaryPath(id));

/** The parts of a form by name, as text. */
function partsOf(body: Buffer): Array<[head: string, content: string]> {
	const text = body.toString('latin1');
	const boundary = text.slice(0, text.indexOf('\r\n'));
	return text
		.split(boundary)
		.slice(1, -1)
		.map((part) => {
			const end = part.indexOf('\r\n\r\n');
			return [part.slice(2, end), part.slice(end + 4, -2)];
		});
}
const sha = (content: string | Buffer) =>
	createHash('sha256')
		.update(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
		.digest('hex');

test("a file of n8n's storage arrives whole", async () => {
	expect(await send([await storing()])).toMatchObject({ statusCode: 200 });
	const [[head, content]] = partsOf(taken[0]);
	expect(head).toContain('name="attachments[]"; filename="a.bin"');
	expect(sha(content)).toBe(sha(bytes));
});

test.each([
	['as one line', bytes.toString('base64')],
	['in lines', bytes.toString('base64').replace(/.{76}/g, '$&\r\n')],
	['with a line break at its end', `${bytes.subarray(1).toString('base64')}\n`],
	['as a data URL', `data:image/png;base64,${bytes.toString('base64')}`],
])("a file in the item arrives as n8n's helpers read it: %s", async (_, data) => {
	const given = { ...file, data };
	expect(await send([given], {}, { timeout: 20_000 })).toMatchObject({ statusCode: 200 });
	expect(sha(partsOf(taken[0])[0][1])).toBe(sha(Buffer.from(data, 'base64')));
});

test.each([
	['an empty ID', { data: 'YWJj', id: '', mimeType: 'text/plain' }],
	['no ID but null', { data: 'YWJj', id: null as never, mimeType: 'text/plain' }],
])('a file with %s is in the item', async (_, given) => {
	await send([given]);
	expect(partsOf(taken[0])[0][1]).toBe('abc');
});

test('a file without a type goes by its name', async () => {
	await send([{ data: 'YWJj', fileName: 'a.pdf' } as IBinaryData]);
	expect(partsOf(taken[0])[0][0]).toMatch(/filename="a\.pdf"\r\ncontent-type: application\/pdf/i);
});

test('texts have the values that JSON would have', async () => {
	const due = new Date('2026-11-25T10:00:00Z');
	await send([], {
		content: 'hi',
		private: true,
		content_attributes: { due, list: [1, null, 'a'], none: undefined, nested: { ok: false } },
	});
	const texts = partsOf(taken[0]).map(([head, text]) => [/name="([^"]*)"/.exec(head)?.[1], text]);
	expect(texts).toEqual([
		['content', 'hi'],
		['private', 'true'],
		['content_attributes[due]', '2026-11-25T10:00:00.000Z'],
		['content_attributes[list][]', '1'],
		['content_attributes[list][]', ''],
		['content_attributes[list][]', 'a'],
		['content_attributes[nested][ok]', 'false'],
	]);
});

describe('a stored file that is not what n8n noted is a matter of the file, and no request is complete', () => {
	test.each<[string, (path: string) => void, string]>([
		[
			'it ends early',
			(path) => truncateSync(path, 1_000_000),
			'It has fewer bytes than n8n noted.',
		],
		['it is empty', (path) => truncateSync(path, 0), 'It has fewer bytes than n8n noted.'],
		['it ends late', (path) => appendFileSync(path, 'x'), 'It has more bytes than n8n noted.'],
		['it is gone', (path) => rmSync(path), 'n8n no longer has it.'],
	])('%s', async (_, spoil, reason) => {
		const stored = await storing();
		spoil(await pathOf(stored));
		const thrown: unknown = await send([stored], { content: 'a' }).catch((error: unknown) => error);
		expect(causeOf(thrown)).toMatchObject({ kind: 'file', reason });
		expect(taken).toEqual([]);
	});

	test('it is gone with all that n8n noted', async () => {
		const id = 'filesystem-v2:workflows/w/executions/e/nowhere';
		const thrown: unknown = await send([{ ...file, data: '', id }]).catch(
			(error: unknown) => error,
		);
		expect(causeOf(thrown)).toMatchObject({ kind: 'file', reason: 'n8n no longer has it.' });
	});

	test('its storage is not there', async () => {
		const stored = { ...file, data: '', id: 'nowhere:1' };
		const thrown: unknown = await send([stored]).catch((error: unknown) => error);
		expect(causeOf(thrown)).toMatchObject({
			kind: 'file',
			reason: "n8n's storage does not give it.",
		});
	});
});

/** The files below n8n's home that this process has open. */
function openFiles(): string[] {
	return readdirSync('/proc/self/fd').flatMap((fd) => {
		try {
			const path = readlinkSync(`/proc/self/fd/${fd}`);
			return path.includes('binary_data') ? [path] : [];
		} catch {
			return [];
		}
	});
}

const UPLOADS = 40;

describe(`no file stays open after ${UPLOADS} uploads that ended early`, () => {
	const refuse = (status: number) => (request: IncomingMessage, response: ServerResponse) => {
		response.writeHead(status, { Connection: 'close' }).end('{}');
		request.pause();
	};
	test.each<[string, typeof answer]>([
		['with 413', refuse(413)],
		['with 401', refuse(401)],
		['with 429', refuse(429)],
		[
			'with a reset',
			(request) => void request.once('data', () => request.socket.resetAndDestroy()),
		],
		['with the end of the connection', (request) => void request.socket.end()],
		['with a time-out', (request) => void request.pause()],
	])('%s', async (_, act) => {
		answer = act;
		const stored = await storing();
		const rejected: unknown[] = [];
		const note = (error: unknown) => rejected.push(error);
		process.on('uncaughtException', note).on('unhandledRejection', note);
		for (let upload = 0; upload < UPLOADS; upload += 10) {
			const sent = Array.from(
				{ length: 10 },
				async () => await send([stored], {}, { timeout: 300 }),
			);
			await Promise.allSettled(sent);
		}
		await until(() => openFiles().length === 0);
		server.closeAllConnections();
		await settled();
		process.off('uncaughtException', note).off('unhandledRejection', note);
		expect(rejected).toEqual([]);
		expect(taken).toEqual([]);
	});
});
