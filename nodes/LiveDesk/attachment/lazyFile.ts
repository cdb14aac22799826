import { unreadable, UnreadableFileError } from './unreadableFile';

/** The bytes of a file under way; n8n's streams can be destroyed. */
export type Bytes = AsyncIterable<Uint8Array> & { destroy?(): unknown };

/** Bytes that can be read any number of times, each time from the start. */
export interface FileSource {
	/** In bytes; becomes the Content-Length. */
	size: number;
	open(): Promise<Bytes>;
}

/**
 * A File that opens its bytes when they are read: it costs no memory before its turn, and a second attempt reads
 * them anew. n8n's HTTP client needs just `size` and `stream()` of a File inside a FormData.
 *
 * A source that gives fewer or more bytes than its size makes the reading fail: a server would wait for the rest for
 * ever, or take a file that is not whole.
 *
 * Append it to a FormData without a file name as third argument: with one, FormData makes a plain, empty File of it.
 */
export class LazyFile extends File {
	readonly #source: FileSource;

	readonly #opened = new Set<Bytes>();

	#isClosed = false;

	constructor(source: FileSource, name: string, type: string) {
		super([], name, { type });
		this.#source = source;
		// File declares both as its own; a class member of the same name would not compile.
		Object.defineProperties(this, {
			size: { value: source.size },
			stream: { value: () => ReadableStream.from(this.#chunks()) },
		});
	}

	/** Closes what was opened and not read to its end, now and from now on: n8n's client leaves it open. */
	close(): void {
		this.#isClosed = true;
		for (const bytes of this.#opened) bytes.destroy?.();
		this.#opened.clear();
	}

	async *#chunks(): AsyncGenerator<Uint8Array> {
		const { size } = this.#source;
		let read = 0;
		try {
			for await (const chunk of await this.#open()) {
				read += chunk.byteLength;
				if (read > size) throw new UnreadableFileError('It has more bytes than n8n noted.');
				yield chunk;
			}
		} catch (error) {
			throw unreadable(error);
		}
		if (read < size) throw new UnreadableFileError('It has fewer bytes than n8n noted.');
	}

	async #open(): Promise<Bytes> {
		const bytes = await this.#source.open();
		this.#opened.add(bytes);
		// The request may have ended while the file was being opened.
		if (this.#isClosed) this.close();
		return bytes;
	}
}
