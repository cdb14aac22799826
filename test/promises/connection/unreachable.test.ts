/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { once } from 'node:events';
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { IDataObject, INode } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { certificateFor } from '../support/certificate';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { failedItem, failureOf, groups, itemsTo, perItem, retryOnFail } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(3) });
const proceed = { onError: 'continueRegularOutput' } as const;

/** Sends three items, one each to three conversations, to an address where no LiveDesk takes them. */
async function sendTo(
	baseUrl: string,
	parameters: IDataObject = {},
	node: Partial<INode> = proceed,
): Promise<Result> {
	const { send, sandbox } = context;
	return await send({
		parameters: perItem({}, parameters),
		items: itemsTo(1, 2, 3),
		node,
		credentials: { ...sandbox.credentials, baseUrl },
	});
}

function expectAll(result: Result, outcome: string, title: RegExp) {
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
	for (const item of result.items) {
		expect(item.json.message).toMatch(title);
		expect(failureOf(item)).toMatchObject({ outcome });
	}
	expect(context.sandbox.journal.entries).toEqual([]);
}

async function listening(server: Server): Promise<number> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
	const server = createServer();
	const port = await listening(server);
	server.close();
	await once(server, 'close');
	return port;
}

describe('a request that never reached LiveDesk is refused: it may be sent again', () => {
	test.each<[string, string, RegExp]>([
		[
			'no such host',
			'http://no-such-host.invalid',
			/^The host name of LiveDesk could not be (found|looked up)/,
		],
		['no address at all', 'http://', /^'Base URL' in the LiveDesk credential is not a URL/],
		['another scheme', 'ftp://127.0.0.1', /^'Base URL' in the LiveDesk credential is not a URL/],
	])('%s', async (_, baseUrl, title) => {
		expectAll(await sendTo(baseUrl), 'refused', title);
	});

	test('nobody listens at the port', async () => {
		const result = await sendTo(`http://127.0.0.1:${await freePort()}`);
		expectAll(result, 'refused', /^LiveDesk refused the connection/);
	});

	test('and is, by Retry On Fail, once somebody is there', async () => {
		const { nodeType } = context.engine;
		const { execute } = nodeType;
		const port = await freePort();
		let late: Sandbox | undefined;
		nodeType.execute = async function () {
			const run = Promise.resolve(execute?.call(this));
			await run.catch(async () => {
				late ??= await startSandbox({ port, conversations: conversations(3) });
			});
			return (await run) ?? [];
		};
		const result = await sendTo(`http://127.0.0.1:${port}`, {}, retryOnFail);
		nodeType.execute = execute;
		expect(late?.journal.texts().sort()).toEqual(['0', '1', '2']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
		await late?.close();
	});

	test('the server does not speak HTTPS', async () => {
		const result = await sendTo(context.sandbox.url.replace('http:', 'https:'));
		expectAll(result, 'refused', /^No secure connection to LiveDesk could be made/);
	});

	test('the certificate is not trusted, and no request goes over that connection', async () => {
		let requests = 0;
		const server = createHttps(await certificateFor('localhost'), (_, response) => {
			requests++;
			response.end('{"id":1,"status":"sent"}');
		});
		const port = await listening(server);
		const result = await sendTo(`https://localhost:${port}`);
		expectAll(result, 'refused', /^No secure connection to LiveDesk could be made/);
		expect(requests).toBe(0);
		const ignoring = { requestOptions: { allowUnauthorizedCerts: true } };
		const trusted = await sendTo(`https://localhost:${port}`, ignoring);
		expect(requests).toBe(3);
		expect(trusted.items.map(({ json }) => json.status)).toEqual(['sent', 'sent', 'sent']);
		server.close();
	});
});

describe('a redirect is not followed', () => {
	let other: Sandbox;
	beforeAll(async () => void (other = await startSandbox({ conversations: conversations(3) })));
	afterAll(async () => await other.close());

	test.each([301, 302, 303, 307, 308])(
		'%i: nothing arrives at the other address',
		async (status) => {
			const { send, sandbox } = context;
			const path = '/api/v2/accounts/conversations/1/messages';
			sandbox.script({ redirect: `${other.url}${path}`, status, times: Infinity });
			const result = await send({ parameters: perItem(), items: itemsTo(1, 2), node: proceed });
			expect(sandbox.journal.starts()).toHaveLength(2);
			expect(other.journal.entries).toEqual([]);
			expect(pairs(result.items)).toEqual(pairedWith(0, 1));
			expect(result.items.map(failureOf)).toEqual([
				expect.objectContaining({ outcome: 'refused', httpCode: String(status) }),
				expect.objectContaining({ outcome: 'refused', httpCode: String(status) }),
			]);
		},
	);
});

describe('a time-out after the message was written may come after it arrived', () => {
	const parameters = perItem({}, { requestOptions: { timeout: 60 } });

	test('so it is told as such, with On Error = Continue', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', latencyMs: 60_000 });
		const result = await send({ parameters, items: itemsTo(1, 2), node: proceed });
		expect(sandbox.journal.texts().sort()).toEqual(['0', '1']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1));
		expect(result.items[0].json.message).toMatch(/^LiveDesk did not respond in time/);
		expect(failureOf(result.items[0])).toMatchObject({ outcome: 'unknown' });
		expect(result.items[1].json).toMatchObject({ content: '1' });
	});

	test('and Retry On Fail leaves it', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', latencyMs: 60_000 });
		const node = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const result = await send({ parameters, items: itemsTo(1, 1), node });
		expect(sandbox.journal.texts()).toEqual(['0']);
		expect(failedItem(result)).toBe(0);
		expect(groups(result)).toEqual({ mayHaveArrived: [0], notSent: [1] });
	});
});
