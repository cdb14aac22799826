/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Socket } from 'node:net';
import { createServer as createTls, type SecureVersion, type TlsOptions } from 'node:tls';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { mayHaveArrived } from '../../../nodes/LiveDesk/delivery/core/cause';
import { certificateFor } from '../support/certificate';
import { TEXT, useCauses } from '../support/useCauses';
import { answeringTls, corruptRecord, createWire } from '../support/wire';

const causeAt = useCauses();
const wire = createWire();
const { listen } = wire;
afterEach(() => wire.close());

const untrusting = { skipSslCertificateValidation: true };
const tooLong = Buffer.concat([Buffer.from([0x17, 3, 3, 0xff, 0xff]), Buffer.alloc(100)]);
const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]);

describe.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])('over %s', (version) => {
	test.each<[string, (below: Socket) => void]>([
		['a corrupt record comes', (below) => below.write(corruptRecord)],
		['a record that is too long comes', (below) => below.write(tooLong)],
		['plain text comes', (below) => below.write('HTTP/1.1 502 Bad Gateway\r\n\r\n')],
		['an alert comes that is not encrypted', (below) => below.write(alert)],
		['the connection is reset', (below) => below.resetAndDestroy()],
		['the connection ends', (below) => below.end()],
	])('a request is lost, where %s instead of a response', async (_, act) => {
		const server = await answeringTls(TEXT, version, act);
		const port = await listen(server);
		const cause = await causeAt(`https://127.0.0.1:${port}`, untrusting);
		expect(server.taken).toBe(1);
		expect(cause).toMatchObject({ kind: 'lost' });
	});

	test.each<[string, (below: Socket) => void]>([
		['a corrupt record', (below) => below.write(corruptRecord)],
		['a reset', (below) => below.resetAndDestroy()],
	])('a request whose response %s cuts off may have arrived', async (_, act) => {
		const server = await answeringTls(TEXT, version, (below, secure) => {
			secure.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":', () => act(below));
		});
		const port = await listen(server);
		const cause = await causeAt(`https://127.0.0.1:${port}`, untrusting);
		expect(server.taken).toBe(1);
		expect(mayHaveArrived(cause)).toBe(true);
	});
});

describe('a secure connection', () => {
	test.each<[string, (socket: Socket) => void]>([
		['that speaks HTTP', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
		['that speaks something else', (socket) => socket.write('SSH-2.0-OpenSSH_9.0\r\n')],
		['that refuses the handshake', (socket) => socket.write(alert)],
		['that hangs up', (socket) => socket.end()],
	])('is told as none with a server %s', async (_, act) => {
		const port = await listen(createServer((socket) => socket.once('data', () => act(socket))));
		expect(await causeAt(`https://127.0.0.1:${port}`, untrusting)).toMatchObject({ kind: 'tls' });
	});

	test.each<[string, TlsOptions, IHttpRequestOptions['agentOptions']]>([
		['version', { maxVersion: 'TLSv1.2' }, { minVersion: 'TLSv1.3' }],
		[
			'cipher',
			{ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
			{ ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
		],
	])('is told as none where the two have no %s in common', async (_, options, agentOptions) => {
		const keys = await certificateFor('localhost');
		const port = await listen(createTls({ ...keys, ...options }));
		const cause = await causeAt(`https://localhost:${port}`, { ...untrusting, agentOptions });
		expect(cause).toMatchObject({ kind: 'tls', code: 'EPROTO' });
	});

	test.each<[string, () => ReturnType<typeof certificateFor>, boolean, string]>([
		[
			'nobody vouches for',
			async () => await certificateFor('localhost'),
			false,
			'DEPTH_ZERO_SELF_SIGNED_CERT',
		],
		[
			'has expired',
			async () => await certificateFor('localhost', new Date('2021-01-01')),
			true,
			'CERT_HAS_EXPIRED',
		],
		[
			'is for another host',
			async () => await certificateFor('other.example'),
			true,
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
	])('carries no request with a certificate that %s', async (_, make, isTrusted, code) => {
		const keys = await make();
		let received = '';
		const server = createTls(keys, (secure) => {
			secure.on('error', () => {});
			secure.on('data', (chunk: Buffer) => (received += chunk.toString()));
		});
		const port = await listen(server);
		const agentOptions = isTrusted ? { ca: keys.cert } : {};
		const cause = await causeAt(`https://localhost:${port}`, { agentOptions });
		expect(cause).toEqual({ kind: 'tls', code });
		expect(received).toBe('');
	});
});
