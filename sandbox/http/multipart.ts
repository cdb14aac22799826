/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { PassThrough, type Readable } from 'node:stream';
import { Dicer } from '@fastify/busboy';
import { malformed } from './refusal';

/** One part of a form, as it arrives: its data must be read before the next part is asked for. */
export interface IncomingPart {
	name: string;
	fileName?: string;
	contentType?: string;
	data: AsyncIterable<Buffer>;
}

const endedEarly = () => malformed('The form ended before its last boundary');

type Head = Record<string, string[] | undefined>;

/** Reads all of a part, e.g. a text part. */
export async function readAll(data: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of data) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** `name="…"`, `filename="…"`, raw UTF-8; `\"` and the escapes of web forms are undone. */
function parameters(disposition: string): Map<string, string> {
	const found = new Map<string, string>();
	const parameter = /;\s*([\w*-]+)=(?:"((?:\\"|[^"])*)"|([^;\s]*))(?=\s*(?:;|$))/gy;
	parameter.lastIndex = disposition.indexOf(';');
	if (!/^form-data\s*;/i.test(disposition)) return found;
	for (const [, key, quoted, bare] of disposition.matchAll(parameter)) {
		const value = (quoted ?? bare).replaceAll('\\"', '"');
		found.set(key.toLowerCase(), value.replace(/%(22|0D|0A)/g, decodeURIComponent));
	}
	return found;
}

function readHead(head: Head): Omit<IncomingPart, 'data'> {
	// Dicer gives each byte of a header as a character.
	const header = (name: string) =>
		head[name] && Buffer.from(head[name][0].trim(), 'latin1').toString('utf8');
	const given = parameters(header('content-disposition') ?? '');
	const name = given.get('name');
	if (name === undefined) throw malformed('A part of the form has no name');
	return { name, fileName: given.get('filename'), contentType: header('content-type') };
}

/** The parts of a form with their heads; ends in an error when the form or the request does. */
function partsOf(request: Readable, boundary: string): Readable {
	const parts = new PassThrough({ objectMode: true });
	const parser = new Dicer({ boundary });
	let current: Readable | undefined;
	let headless = 0;
	let isOver = false;
	let proceed = () => {};
	parser.on('part', (part: Readable) => {
		current = part;
		headless++;
		// The parser tells of a form that ends early as well.
		part.on('error', () => {});
		part.on('header', (head: Head) => {
			headless--;
			if (parts.destroyed) part.resume();
			else parts.write({ part, head });
		});
	});
	parser.on('drain', () => proceed());
	parser.on('finish', () => {
		isOver = true;
		proceed();
		if (headless > 0) parts.destroy(malformed('A part of the form has no end of its head'));
		else parts.end();
	});
	parser.on('error', () => parts.destroy(endedEarly()));
	parts.on('close', () => current?.resume());
	const feed = async () => {
		for await (const chunk of request) {
			// The parser is never ready again for what follows the last boundary.
			if (isOver || parser.write(chunk) || isOver) continue;
			await new Promise<void>((resolve) => (proceed = resolve));
		}
		parser.end();
	};
	feed().catch((error: Error) => {
		current?.destroy(error);
		parts.destroy(error);
	});
	return parts;
}

async function* dataOf(part: Readable, request: Readable): AsyncGenerator<Buffer> {
	try {
		yield* part;
	} catch (error) {
		throw request.readableAborted ? error : endedEarly();
	}
}

/**
 * Reads a multipart/form-data body part by part, in constant memory.
 * Only its boundaries and heads are left to a library: parsers of whole forms hide what a strict
 * desk must see, such as a part without a Content-Type.
 * Throws a Refusal (400) for a body that is not such a form, or ends too early.
 */
export async function* readForm(
	request: Readable,
	contentType: string,
): AsyncGenerator<IncomingPart> {
	const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	const boundary = found?.[1] ?? found?.[2];
	if (!boundary) throw malformed('The form has no boundary');
	for await (const { part, head } of partsOf(request, boundary)) {
		yield { ...readHead(head as Head), data: dataOf(part as Readable, request) };
	}
}
