/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { Socket } from 'node:net';
import type { SecureVersion, TLSSocket } from 'node:tls';
import type { INode } from 'n8n-workflow';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { pairedWith, pairs } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { proceed, retryOnFail } from '../../support/settings';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { inTime } from '../support/inTime';
import { failedItem, failureOf, groups, itemsTo, perItem } from '../support/texts';
import { answering, answeringTls, corruptRecord, createWire, type Counting } from '../support/wire';

const desk = useLiveDesk({ conversations: [...conversations(2), OTHER] });
const wire = createWire();
afterEach(() => wire.close());

const TEXT = '{"content":"0"}';

/** One message, to a server that takes it whole and then does something to the connection. */
async function sendTo(server: Counting, protocol: 'http' | 'https', node: Partial<INode>) {
	const port = await wire.listen(server);
	const baseUrl = `${protocol}://127.0.0.1:${port}`;
	return await desk.send({
		parameters: perItem({}, { requestOptions: { allowUnauthorizedCerts: true } }),
		items: itemsTo(1),
		node,
		credentials: { ...desk.sandbox.credentials, baseUrl },
	});
}

type Act = (below: Socket, secure: TLSSocket) => void;
const breaks: Array<[string, Act]> = [
	['a corrupt record comes', (below) => below.write(corruptRecord)],
	['plain text comes', (below) => below.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')],
	['the connection is reset', (below) => below.resetAndDestroy()],
];

describe.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])('over %s', (version) => {
	test.each(breaks)('a message arrives once, where %s instead of a response', async (_, act) => {
		const server = await answeringTls(TEXT, version, act);
		const result = await sendTo(server, 'https', retryOnFail);
		expect(server.taken).toBe(1);
		expect(result.error?.context?.outcome).toBe('unknown');
		expect(result.error?.description).toMatch(/^The message may have arrived/);
		expect(groups(result)).toEqual({ mayHaveArrived: [0] });
	});
});

const head = (status: string, ...lines: string[]) =>
	`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`;
const noGzip = ['Content-Encoding: gzip', 'Content-Length: 3'];

test.each([
	['has gzip that is none', `${head('200 OK', ...noGzip)}abc`],
	['has fewer bytes than promised', `${head('200 OK', 'Content-Length: 99')}{"id":1}`],
	['has a header that is none', `${head('200 OK', 'no header', 'Content-Length: 2')}{}`],
	['has HTTP 422 and gzip that is none', `${head('422 No', ...noGzip)}abc`],
])('a message arrives once, where the response %s', async (_, text) => {
	const server = answering(TEXT, (socket) => socket.end(text));
	const { items } = await sendTo(server, 'http', { ...retryOnFail, ...proceed });
	expect(server.taken).toBe(1);
	expect(items[0].json.message).toBe("LiveDesk's response could not be read [item 0]");
	expect(failureOf(items[0])).toMatchObject({ outcome: 'unknown' });
});

describe('a message whose response does not come in time', () => {
	/** Sends two messages, of which as many as told arrive before the time is up for the first of them. */
	async function sendInVain(to: number[], arriving: number, node: Partial<INode>) {
		const { send, sandbox } = desk;
		return await inTime(async (timeout, isOver) => {
			sandbox.reset();
			sandbox.script({ content: '0', holdUntil: held().holdUntil });
			const parameters = perItem({}, { requestOptions: { timeout } });
			const sending = send({ parameters, items: itemsTo(...to), node });
			await until(() => textsOf(desk).length === arriving || isOver());
			await anotherRun(desk);
			const isLate = isOver();
			const ended = await sending;
			return isLate ? undefined : ended;
		});
	}

	test('is told as one that may have arrived, with On Error = Continue', async () => {
		const result = await sendInVain([1, 2], 2, proceed);
		expect(textsOf(desk).sort()).toEqual(['0', '1']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1));
		expect(result.items[0].json.message).toMatch(/^LiveDesk did not respond in time/);
		expect(failureOf(result.items[0])).toMatchObject({ outcome: 'unknown' });
		expect(result.items[1].json).toMatchObject({ content: '1' });
	});

	test('is not sent again by Retry On Fail', async () => {
		const result = await sendInVain([1, 1], 1, retryOnFail);
		expect(textsOf(desk)).toEqual(['0']);
		expect(failedItem(result)).toBe(0);
		expect(groups(result)).toEqual({ mayHaveArrived: [0], notSent: [1] });
	});
});
