/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { finished } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { Files, StoredFile } from '../desk/files';
import type { JournalEntry } from './journal';
import { readAll, readForm } from './multipart';
import { malformed, orRefusal, Refusal } from './refusal';

type IncomingMessage = FastifyRequest['raw'];

export interface FilePart extends StoredFile {
	name: string;
	fileName: string;
	contentType?: string;
}

export interface TextPart {
	name: string;
	value: string;
	contentType?: string;
}

export type Part = TextPart | FilePart;

/** What a request carries, once it was read to its end. */
export type Body =
	| { type: 'json'; value: unknown }
	| { type: 'form'; parts: Part[] }
	| { type: 'malformed'; refusal: Refusal }
	| { type: 'other'; contentType?: string };

export const isFile = (part: Part): part is FilePart => 'path' in part;

/** The media type of a Content-Type header, without its parameters. */
export const mediaType = (contentType: string | undefined): string =>
	(contentType ?? '').split(';')[0].trim().toLowerCase();

async function readJson(request: IncomingMessage, entry: JournalEntry): Promise<Body> {
	const bytes = await readAll(request);
	try {
		entry.rawBody = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		entry.body = JSON.parse(entry.rawBody);
		return { type: 'json', value: entry.body };
	} catch {
		return { type: 'malformed', refusal: malformed('The body is not valid JSON') };
	}
}

async function readParts(
	request: IncomingMessage,
	entry: JournalEntry,
	files: Files,
	parts: Part[],
): Promise<void> {
	entry.parts = [];
	try {
		for await (const { data, ...head } of readForm(request, entry.contentType ?? '')) {
			if (head.fileName === undefined) {
				const part = { ...head, value: (await readAll(data)).toString('utf8') };
				entry.parts.push(part);
				parts.push(part);
			} else {
				const file = await files.receive(data);
				entry.parts.push({ ...head, size: file.size, sha256: file.sha256 });
				parts.push({ ...head, fileName: head.fileName, ...file });
			}
		}
	} finally {
		// An answer that comes before the end of the body reaches few clients.
		request.resume();
		if (!request.readableEnded) await finished(request);
	}
}

/**
 * Reads a request to its end, whatever is wrong with it, and puts what it carries on its
 * START entry. Files go to disk; the caller owns them. Throws when the client hangs up.
 */
export async function readBody(
	request: IncomingMessage,
	entry: JournalEntry,
	files: Files,
): Promise<Body> {
	const type = mediaType(entry.contentType);
	if (type === 'application/json') return await readJson(request, entry);
	if (type !== 'multipart/form-data') {
		await readAll(request);
		return { type: 'other', contentType: entry.contentType };
	}
	const parts: Part[] = [];
	let whole = false;
	try {
		const refusal = await orRefusal(() => readParts(request, entry, files, parts));
		whole = !refusal;
		return refusal ? { type: 'malformed', refusal } : { type: 'form', parts };
	} finally {
		if (!whole) files.discard(parts.filter(isFile));
	}
}
