import { malformed } from './refusal';

/** One part of a form, as it arrives: its data must be read before the next part is asked for. */
export interface IncomingPart {
	name: string;
	fileName?: string;
	contentType?: string;
	data: AsyncIterable<Buffer>;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Bytes read ahead of a stream; holds one chunk at most besides what cannot be told yet. */
class Lookahead {
	private bytes: Buffer;

	constructor(
		private readonly source: AsyncIterator<Buffer>,
		start: string,
	) {
		this.bytes = Buffer.from(start);
	}

	private async more(): Promise<void> {
		const { done, value } = await this.source.next();
		if (done) throw malformed('The form ended before its last boundary');
		this.bytes = Buffer.concat([this.bytes, value]);
	}

	async take(length: number): Promise<Buffer> {
		while (this.bytes.length < length) await this.more();
		const taken = this.bytes.subarray(0, length);
		this.bytes = this.bytes.subarray(length);
		return taken;
	}

	/** Gives the bytes before the mark, and moves behind the mark. */
	async *until(mark: Buffer): AsyncGenerator<Buffer> {
		for (;;) {
			const at = this.bytes.indexOf(mark);
			// The last bytes may be the start of a mark that the next chunk ends.
			const known = at >= 0 ? at : Math.max(0, this.bytes.length - mark.length + 1);
			const found = this.bytes.subarray(0, known);
			this.bytes = this.bytes.subarray(at >= 0 ? at + mark.length : known);
			if (found.length > 0) yield found;
			if (at >= 0) return;
			await this.more();
		}
	}
}

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
		found.set(
			key.toLowerCase(),
			value.replace(/%(22|0D|0A)/g, (escape) => unescape(escape)),
		);
	}
	return found;
}

function unescape(percent: string): string {
	return decodeURIComponent(percent);
}

function parseHead(head: string): Omit<IncomingPart, 'data'> {
	const headers = new Map(
		head.split('\r\n').map((line) => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
		}),
	);
	const given = parameters(headers.get('content-disposition') ?? '');
	const name = given.get('name');
	if (name === undefined) throw malformed('A part of the form has no name');
	const fileName = given.get('filename');
	const contentType = headers.get('content-type');
	return {
		name,
		...(fileName !== undefined && { fileName }),
		...(contentType !== undefined && { contentType }),
	};
}

/**
 * Reads a multipart/form-data body part by part, in constant memory.
 * A reader of our own: parsers made for servers hide what a strict desk must see,
 * such as a part without a Content-Type.
 * Throws a Refusal (400) for a body that is not such a form, or ends too early.
 */
export async function* readForm(
	source: AsyncIterator<Buffer>,
	contentType: string,
): AsyncGenerator<IncomingPart> {
	const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	const boundary = found?.[1] ?? found?.[2];
	if (!boundary) throw malformed('The form has no boundary');
	const mark = Buffer.from(`\r\n--${boundary}`);
	const ahead = new Lookahead(source, '\r\n');
	await readAll(ahead.until(mark));
	for (;;) {
		const next = (await ahead.take(2)).toString('latin1');
		if (next === '--') return;
		if (next !== '\r\n') throw malformed('The form is not multipart/form-data');
		const head = (await readAll(ahead.until(headEnd))).toString('utf8');
		yield { ...parseHead(head), data: ahead.until(mark) };
	}
}
