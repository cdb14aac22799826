import { LazyFile, type Bytes, type FileSource } from '../../../nodes/LiveDesk/attachment/lazyFile';
import { UnreadableFileError } from '../../../nodes/LiveDesk/attachment/unreadableFile';
import { until } from '../../../harness/until';

/** A source that counts how often it was opened. */
function counting(...chunks: string[]) {
	const source = {
		opened: 0,
		size: Buffer.byteLength(chunks.join('')),
		async open() {
			source.opened++;
			return (async function* () {
				for (const chunk of chunks) yield Buffer.from(chunk);
			})();
		},
	};
	return source satisfies FileSource;
}

async function read(file: File): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of file.stream()) chunks.push(chunk as Uint8Array);
	return Buffer.concat(chunks).toString();
}

test('a lazy file is a File with name, type and size, before anything is read', () => {
	const source = counting('abc', 'def');
	const file = new LazyFile(source, 'ใบเสร็จ.txt', 'text/plain');
	expect(file).toBeInstanceOf(File);
	expect(file).toMatchObject({ name: 'ใบเสร็จ.txt', type: 'text/plain', size: 6 });
	expect(source.opened).toBe(0);
});

test('a lazy file keeps its own bytes, and does not open them, in a FormData', () => {
	const source = counting('abc');
	const form = new FormData();
	form.append('attachments[]', new LazyFile(source, 'a.txt', 'text/plain'));
	const file = form.get('attachments[]') as File;
	expect(file).toMatchObject({ name: 'a.txt', size: 3 });
	expect(source.opened).toBe(0);
});

test('a lazy file gives its bytes from the start each time it is read', async () => {
	const source = counting('abc', 'def');
	const file = new LazyFile(source, 'a.txt', 'text/plain');
	expect(await read(file)).toBe('abcdef');
	expect(await read(file)).toBe('abcdef');
	expect(source.opened).toBe(2);
});

test('a lazy file tells why it cannot be opened to who reads it, and to nobody before', async () => {
	const gone = new Error('gone');
	const open = async () => await Promise.reject(gone);
	const file = new LazyFile({ size: 3, open }, 'a.txt', 'text/plain');
	expect(file.size).toBe(3);
	const thrown: unknown = await read(file).catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(UnreadableFileError);
	expect(thrown).toMatchObject({ cause: gone, reason: "n8n's storage does not give it." });
});

test.each([
	['fewer', 7, 'It has fewer bytes than n8n noted.'],
	['more', 5, 'It has more bytes than n8n noted.'],
	['more, where there should be none,', 0, 'It has more bytes than n8n noted.'],
])('a lazy file refuses a source that gives %s bytes than its size', async (_, size, reason) => {
	const file = new LazyFile({ ...counting('abc', 'def'), size }, 'a.txt', 'text/plain');
	const thrown: unknown = await read(file).catch((error: unknown) => error);
	expect(thrown).toBeInstanceOf(UnreadableFileError);
	expect(thrown).toMatchObject({ reason, message: reason });
});

describe('a closed lazy file', () => {
	/** Bytes that never end, and that know whether they were destroyed. */
	function endless() {
		const bytes = {
			isDestroyed: false,
			destroy: () => (bytes.isDestroyed = true),
			async *[Symbol.asyncIterator]() {
				while (!bytes.isDestroyed) yield Buffer.from('a');
			},
		};
		return bytes;
	}

	test('has all destroyed that was opened', async () => {
		const opened = [endless(), endless()];
		const source = opened.values();
		const open = async () => source.next().value as Bytes;
		const file = new LazyFile({ size: 1e9, open }, 'a', 'text/plain');
		await file.stream().getReader().read();
		await file.stream().getReader().read();
		expect(opened.map(({ isDestroyed }) => isDestroyed)).toEqual([false, false]);
		file.close();
		expect(opened.map(({ isDestroyed }) => isDestroyed)).toEqual([true, true]);
	});

	test('has destroyed also what was being opened at that moment', async () => {
		const bytes = endless();
		let give: ((opened: Bytes) => void) | undefined;
		const open = async () => await new Promise<Bytes>((resolve) => (give = resolve));
		const file = new LazyFile({ size: 1e9, open }, 'a', 'text/plain');
		const reading = file.stream().getReader().read();
		await until(() => give !== undefined);
		file.close();
		give?.(bytes);
		await expect(reading).rejects.toBeInstanceOf(UnreadableFileError);
		expect(bytes.isDestroyed).toBe(true);
	});

	test('may have been read to its end, or never', async () => {
		const file = new LazyFile(counting('abc'), 'a.txt', 'text/plain');
		file.close();
		const other = new LazyFile(counting('abc'), 'a.txt', 'text/plain');
		expect(await read(other)).toBe('abc');
		other.close();
		other.close();
		expect(other.size).toBe(3);
	});
});

test('a lazy file stops its source when the reader stops', async () => {
	let stopped = false;
	const open = async () =>
		(async function* () {
			try {
				for (;;) yield Buffer.from('a');
			} finally {
				stopped = true;
			}
		})();
	const reader = new LazyFile({ size: 1e9, open }, 'a', 'text/plain').stream().getReader();
	await reader.read();
	await reader.cancel();
	expect(stopped).toBe(true);
});
