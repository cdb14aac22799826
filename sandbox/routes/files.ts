/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { mediaType } from '../http/body';
import type { Files } from '../desk/files';
import { notFound } from '../http/refusal';

/** What a browser may show in place; anything else is downloaded. */
const shown = /^(image\/(?!svg)|audio\/|video\/|application\/pdf$|text\/plain$)/;

/** Serves the stored uploads under the addresses that replies give. */
export function addFiles(server: FastifyInstance, files: Files): void {
	server.get<{ Params: { id: string; name: string } }>('/files/:id/:name', (request, reply) => {
		const file = files.get(Number(request.params.id));
		if (!file) throw notFound();
		const place = shown.test(mediaType(file.contentType)) ? 'inline' : 'attachment';
		return reply
			.header('content-type', file.contentType)
			.header('content-length', file.size)
			.header('content-disposition', place)
			.header('x-content-type-options', 'nosniff')
			.send(createReadStream(file.path));
	});
}
