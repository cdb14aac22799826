/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer as createHttps } from 'node:https';
import type { IDataObject, INode } from 'n8n-workflow';
import { freePort } from '../../../real/port';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { listen } from '../../support/listen';
import { pairedWith, pairs } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { proceed, retryOnFail } from '../../support/settings';
import { certificateFor } from '../support/certificate';
import { failureOf, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(3) });

/** Sends three items, one each to three conversations, to an address where no LiveDesk takes them. */
async function sendTo(
	baseUrl: string,
	parameters: IDataObject = {},
	node: Partial<INode> = proceed,
): Promise<Result> {
	const credentials = { ...desk.sandbox.credentials, baseUrl };
	const items = itemsTo(1, 2, 3);
	return await desk.send({ parameters: perItem({}, parameters), items, node, credentials });
}

function expectRefused(result: Result, title: RegExp) {
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
	for (const item of result.items) {
		expect(item.json.message).toMatch(title);
		expect(failureOf(item)).toMatchObject({ outcome: 'refused' });
	}
	expect(desk.sandbox.journal.entries).toEqual([]);
}

const noUrl = /^'Base URL' in the LiveDesk credential is not a URL/;
const notSecure = /^No secure connection to LiveDesk could be made/;

test.each<[string, () => Promise<string> | string, RegExp]>([
	[
		'whose host nobody knows',
		() => 'http://no-such-host.invalid',
		/^The host name of LiveDesk could not be (found|looked up)/,
	],
	['that has no address', () => 'http://', noUrl],
	['with another scheme', () => 'ftp://127.0.0.1', noUrl],
	[
		'to a port where nobody listens',
		async () => `http://127.0.0.1:${await freePort()}`,
		/^LiveDesk refused the connection/,
	],
	[
		'to a server that does not speak HTTPS',
		() => desk.sandbox.url.replace('http:', 'https:'),
		notSecure,
	],
])('a request %s is refused: it may be sent again', async (_, baseUrl, title) => {
	expectRefused(await sendTo(await baseUrl()), title);
});

test('Retry On Fail sends what was refused for want of a server, once there is one', async () => {
	const { nodeType } = desk.engine;
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

test('no request goes over a connection whose certificate is not trusted', async () => {
	let requests = 0;
	const server = createHttps(await certificateFor('localhost'), (_, response) => {
		requests++;
		response.end('{"id":1,"status":"sent"}');
	});
	const port = await listen(server);
	expectRefused(await sendTo(`https://localhost:${port}`), notSecure);
	expect(requests).toBe(0);
	const ignoring = { requestOptions: { allowUnauthorizedCerts: true } };
	const trusted = await sendTo(`https://localhost:${port}`, ignoring);
	expect(requests).toBe(3);
	expect(trusted.items.map(({ json }) => json.status)).toEqual(['sent', 'sent', 'sent']);
	server.close();
});
