import { LazyFile, type FileSource } from '../../nodes/LiveDesk/attachment/lazyFile';

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

test('is a File with name, type and size, before anything is read', () => {
	const source = counting('abc', 'def');
	const file = new LazyFile(source, 'ใบเสร็จ.txt', 'text/plain');
	expect(file).toBeInstanceOf(File);
	expect(file).toMatchObject({ name: 'ใบเสร็จ.txt', type: 'text/plain', size: 6 });
	expect(source.opened).toBe(0);
});

test('keeps its own bytes, and does not open them, in a FormData', () => {
	const source = counting('abc');
	const form = new FormData();
	form.append('attachments[]', new LazyFile(source, 'a.txt', 'text/plain'));
	const file = form.get('attachments[]') as File;
	expect(file).toMatchObject({ name: 'a.txt', size: 3 });
	expect(source.opened).toBe(0);
});

test('gives its bytes from the start each time it is read', async () => {
	const source = counting('abc', 'def');
	const file = new LazyFile(source, 'a.txt', 'text/plain');
	expect(await read(file)).toBe('abcdef');
	expect(await read(file)).toBe('abcdef');
	expect(source.opened).toBe(2);
});

test('tells why it cannot be opened to who reads it, and to nobody before', async () => {
	const gone = new Error('gone');
	const open = async () => await Promise.reject(gone);
	const file = new LazyFile({ size: 3, open }, 'a.txt', 'text/plain');
	expect(file.size).toBe(3);
	await expect(read(file)).rejects.toBe(gone);
});

test('stops its source when the reader stops', async () => {
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
