/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { Socket } from 'node:net';
import { until } from '../../../harness/until';
import { freePort } from '../../../real/port';
import { inTime } from '../support/inTime';
import { TEXT, useCauses } from '../support/useCauses';
import { answering, createWire } from '../support/wire';

const causeAt = useCauses();
const wire = createWire();
const { listen } = wire;
afterEach(() => wire.close());

const head = (...lines: string[]) => `HTTP/1.1 200 OK\r\n${lines.join('\r\n')}\r\n\r\n`;

test.each<[string, string]>([
	['gzip that is none', `${head('Content-Encoding: gzip', 'Content-Length: 3')}abc`],
	['deflate that is none', `${head('Content-Encoding: deflate', 'Content-Length: 10')}abcdefghij`],
	['brotli that is none', `${head('Content-Encoding: br', 'Content-Length: 10')}abcdefghij`],
	['fewer bytes than promised', `${head('Content-Length: 99')}{"id":1}`],
	['more bytes than promised', `${head('Content-Length: 4')}{"id":1}`],
	['a header that is none', `${head('no header', 'Content-Length: 2')}{}`],
	['a chunk of no length', `${head('Transfer-Encoding: chunked')}zz\r\n{}`],
	['headers of 100 KB', `${head(`X: ${'a'.repeat(100_000)}`)}{}`],
	['no HTTP', '220 mail.example ESMTP\r\n'],
])('a response cannot be read that has %s', async (_, text) => {
	const server = answering(TEXT, (socket) => socket.end(text));
	const port = await listen(server);
	expect(await causeAt(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'unreadable' });
	expect(server.taken).toBe(1);
});

test.each<[string, (socket: Socket) => void]>([
	['a reset', (socket) => socket.resetAndDestroy()],
	['the end of the connection', (socket) => socket.end()],
])('a request is lost that is followed by %s', async (_, act) => {
	const server = answering(TEXT, act);
	const port = await listen(server);
	expect(await causeAt(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'lost' });
	expect(server.taken).toBe(1);
});

test('a request is lost that is followed by nothing at all', async () => {
	const { server, cause } = await inTime(async (timeout, isOver) => {
		const server = answering(TEXT, () => {});
		const port = await listen(server);
		const asking = causeAt(`http://127.0.0.1:${port}`, { timeout });
		await until(() => server.taken > 0 || isOver());
		const isLate = isOver();
		const cause = await asking;
		return isLate ? undefined : { server, cause };
	});
	expect(cause).toMatchObject({ kind: 'lost' });
	expect(server.taken).toBe(1);
});

test.each(['127.0.0.1', 'localhost'])(
	'a server was never reached where nobody listens at %s',
	async (host) => {
		const cause = await causeAt(`http://${host}:${await freePort()}`);
		expect(cause).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
	},
);

test.each([
	['whose host nobody knows', 'http://no-such-host.invalid'],
	['to which there is no route', 'http://255.255.255.255'],
	['without an address', 'http://'],
	['with an address of another kind', 'ftp://127.0.0.1'],
])('a server %s was never reached', async (_, url) => {
	expect(await causeAt(url)).toMatchObject({ kind: 'unreachable' });
});

test('a domain that the credential does not allow is blocked', async () => {
	const cause = await causeAt('http://127.0.0.1', { allowedDomains: 'livedesk.example' });
	expect(cause).toMatchObject({ kind: 'blocked' });
});
