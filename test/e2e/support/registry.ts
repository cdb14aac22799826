/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { certificateFor } from '../../promises/support/certificate';

/** n8n takes another registry only with a license: this one stands in its place, behind a proxy. */
const HOST = 'registry.npmjs.org';

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
	const certificate = await certificateFor(HOST);
	const trusted = join(folder, 'certificate.pem');
	await writeFile(trusted, certificate.cert);

	const requests: string[] = [];
	const packed = await readFile(file);
	const tarballPath = `/${name}/-/${name}-${version}.tgz`;
	const sha512 = createHash('sha512').update(packed).digest('base64');
	const dist = { tarball: `https://${HOST}${tarballPath}`, integrity: `sha512-${sha512}` };
	const manifest = { name, version, dist };
	const answers: Record<string, Buffer | object> = {
		[`/${name}`]: {
			name,
			'dist-tags': { latest: version },
			versions: { [version]: manifest },
		},
		[`/${name}/latest`]: manifest,
		[tarballPath]: packed,
	};
	const listener: RequestListener = ({ method, url = '' }, response) => {
		requests.push(`${method} ${url}`);
		const body = answers[url];
		response.writeHead(body ? 200 : 404);
		response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {}));
	};
	const secure = createSecureServer(certificate, listener);
	const proxy = createServer((_, response) => response.writeHead(502).end());
	proxy.on('connect', ({ url }, socket) => {
		socket.on('error', () => {});
		if (url !== `${HOST}:443`) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
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
