/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { Socket } from 'node:net';
import type { SecureVersion, TLSSocket } from 'node:tls';
import type { INode } from 'n8n-workflow';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { failureOf, groups, itemsTo, perItem, retryOnFail } from '../support/texts';
import { answering, answeringTls, corruptRecord, createWire, type Counting } from '../support/wire';

const context = useLiveDesk({ conversations: conversations(1) });
const wire = createWire();
afterEach(() => wire.close());

const TEXT = '{"content":"0"}';
const untrusting = { requestOptions: { allowUnauthorizedCerts: true } };

/** One message, to a server that takes it whole and then does something to the connection. */
async function sendTo(server: Counting, protocol: 'http' | 'https', node: Partial<INode>) {
	const port = await wire.listen(server);
	const baseUrl = `${protocol}://127.0.0.1:${port}`;
	const credentials = { ...context.sandbox.credentials, baseUrl };
	return await context.send({
		parameters: perItem({}, untrusting),
		items: itemsTo(1),
		node,
		credentials,
	});
}

type Act = (below: Socket, secure: TLSSocket) => void;
const plainText: Act = (below) => below.write('HTTP/1.1 502 Bad Gateway\r\n\r\n');

describe.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])(
	'over %s, a message arrives once, however the connection breaks after it',
	(version) => {
		test.each<[string, Act]>([
			['a corrupt record comes', (below) => below.write(corruptRecord)],
			['plain text comes', plainText],
			['it is reset', (below) => below.resetAndDestroy()],
		])('when %s', async (_, act) => {
			const server = await answeringTls(TEXT, version, act);
			const result = await sendTo(server, 'https', retryOnFail);
			expect(server.taken).toBe(1);
			expect(result.error?.context?.outcome).toBe('unknown');
			expect(result.error?.description).toMatch(/^The message may have arrived/);
			expect(groups(result)).toEqual({ mayHaveArrived: [0] });
		});
	},
);

describe('a message arrives once, where the response to it cannot be read', () => {
	const head = (...lines: string[]) => `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\n`;
	test.each([
		['gzip that is none', `${head('Content-Encoding: gzip', 'Content-Length: 3')}abc`],
		['fewer bytes than promised', `${head('Content-Length: 99')}{"id":1}`],
		['a header that is none', `${head('no header', 'Content-Length: 2')}{}`],
		[
			'gzip that is none, with HTTP 422',
			'HTTP/1.1 422 No\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc',
		],
	])('%s', async (_, text) => {
		const server = answering(TEXT, (socket) => socket.end(text));
		const node = { ...retryOnFail, onError: 'continueRegularOutput' } as const;
		const { items } = await sendTo(server, 'http', node);
		expect(server.taken).toBe(1);
		expect(items[0].json.message).toBe("LiveDesk's response could not be read [item 0]");
		expect(failureOf(items[0])).toMatchObject({ outcome: 'unknown' });
	});
});
