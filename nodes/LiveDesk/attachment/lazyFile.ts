/** Bytes that can be read any number of times, each time from the start. */
export interface FileSource {
	/** In bytes; must be what `open` gives, since it becomes the Content-Length. */
	size: number;
	open(): Promise<AsyncIterable<Uint8Array>>;
}

/**
 * A File that opens its bytes when they are read: it costs no memory before its turn, and a second attempt reads
 * them anew. n8n's HTTP client needs just `size` and `stream()` of a File inside a FormData.
 *
 * Append it to a FormData without a file name as third argument: with one, FormData makes a plain, empty File of it.
 */
export class LazyFile extends File {
	constructor(source: FileSource, name: string, type: string) {
		super([], name, { type });
		// File declares both as its own; a class member of the same name would not compile.
		Object.defineProperties(this, {
			size: { value: source.size },
			stream: { value: () => ReadableStream.from(chunksOf(source)) },
		});
	}
}

async function* chunksOf(source: FileSource): AsyncGenerator<Uint8Array> {
	yield* await source.open();
}
