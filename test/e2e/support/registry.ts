/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type TlsOptions } from 'node:tls';
import { version } from '../../../package.json';
import { certificateAuthority, certificateFor } from '../../promises/support/certificate';

/** n8n takes another registry only with a license: this one stands in for whichever it asks, behind a proxy. */
const REGISTRY = /^registry\.[\w.-]+:443$/;

/** A stand-in for the npm registry, on loopback, which has one package. */
export interface Registry {
	/** What n8n, and the npm that it starts, need in their environment to reach this registry and no other host. */
	env: Record<string, string>;
	/** What was asked for, such as `GET /n8n-nodes-livedesk`. */
	requests: string[];
	close(): Promise<void>;
}

/**
 * @param name the package's
 * @param file its tarball, of this repository's version
 */
export async function startRegistry(name: string, file: string): Promise<Registry> {
	const folder = await mkdtemp(join(tmpdir(), 'livedesk-registry-'));
	const authority = await certificateAuthority();
	const trusted = join(folder, 'certificate.pem');
	await writeFile(trusted, authority.cert);

	const requests: string[] = [];
	const packed = await readFile(file);
	const tarballPath = `/${name}/-/${name}-${version}.tgz`;
	const sha512 = createHash('sha512').update(packed).digest('base64');
	const answersOf = (host = ''): Record<string, Buffer | object> => {
		const dist = { tarball: `https://${host}${tarballPath}`, integrity: `sha512-${sha512}` };
		const manifest = { name, version, dist };
		const versions = { [version]: manifest };
		return {
			[`/${name}`]: { name, 'dist-tags': { latest: version }, versions },
			[`/${name}/latest`]: manifest,
			[tarballPath]: packed,
		};
	};
	const listener: RequestListener = ({ method, url = '', headers: { host } }, response) => {
		requests.push(`${method} ${url}`);
		const body = answersOf(host)[url];
		response.writeHead(body ? 200 : 404);
		response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {}));
	};
	const contextFor = async (host: string) =>
		createSecureContext(await certificateFor(host, undefined, authority));
	const SNICallback: TlsOptions['SNICallback'] = (host, done) =>
		void contextFor(host).then((context) => done(null, context), done);
	const secure = createSecureServer({ SNICallback }, listener);
	const proxy = createServer((_, response) => response.writeHead(502).end());
	proxy.on('connect', ({ url }, socket) => {
		socket.on('error', () => {});
		if (!REGISTRY.test(url ?? '')) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		secure.emit('connection', socket);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	return {
		env: {
			HTTPS_PROXY: url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: trusted,
			npm_config_https_proxy: url,
			npm_config_cafile: trusted,
			npm_config_cache: join(folder, 'cache'),
		},
		requests,
		async close() {
			secure.closeAllConnections();
			proxy.closeAllConnections();
			await new Promise((resolve) => proxy.close(resolve));
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
