/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = join(__dirname, '..', 'page');

const contentTypes: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.pdf': 'application/pdf',
};

// Pictures and videos of templates are the only things from elsewhere.
const policy =
	"default-src 'self'; img-src 'self' data: http: https:; media-src 'self' http: https:; base-uri 'none'; form-action 'none'";

/** Serves the chat page, and two files for the example that sends what is behind a URL: just what the folder holds. */
export function addPage(server: FastifyInstance): void {
	for (const name of readdirSync(folder)) {
		server.get(name === 'index.html' ? '/' : `/${name}`, (_request, reply) =>
			reply
				.header('content-type', contentTypes[extname(name)] ?? 'application/octet-stream')
				.header('content-security-policy', policy)
				.header('cache-control', 'no-cache')
				.send(readFileSync(join(folder, name))),
		);
	}
}
