import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Form } from '../delivery/operation';
import { bytesOf, isStored } from './content';
import { fileNameOf } from './fileName';
import { LazyFile, type FileSource } from './lazyFile';
import { mimeTypeOf } from './mimeType';
import { unreadable } from './unreadableFile';

type BinaryHelpers = Pick<
	IExecuteSingleFunctions['helpers'],
	'getBinaryMetadata' | 'getBinaryStream'
>;

/**
 * Builds the multipart body of an attachment message, as the API documents it.
 *
 * @param helpers n8n's, to reach its binary store
 * @param files become one `attachments[]` part each, in this order; none is read before it is sent
 * @param texts become text parts, with the values that JSON would have; objects and lists in them nest as Rails forms
 * do, e.g. `content_attributes[in_reply_to]`
 * @throws UnreadableFileError for a file that n8n's binary store no longer has
 */
export async function buildForm(
	helpers: BinaryHelpers,
	files: readonly IBinaryData[],
	texts: Readonly<Record<string, unknown>>,
): Promise<Form> {
	const data = new FormData();
	const lazyFiles: LazyFile[] = [];
	for (const file of files) {
		const type = mimeTypeOf(file.mimeType, file.fileName);
		const lazyFile = new LazyFile(
			await sourceOf(helpers, file),
			fileNameOf(file.fileName, type),
			type,
		);
		data.append('attachments[]', lazyFile);
		lazyFiles.push(lazyFile);
	}
	const plain = JSON.parse(JSON.stringify(texts)) as Record<string, unknown>;
	for (const [name, value] of Object.entries(plain)) appendText(data, name, value);
	return { data, close: () => lazyFiles.forEach((file) => file.close()) };
}

async function sourceOf(helpers: BinaryHelpers, file: IBinaryData): Promise<FileSource> {
	if (!isStored(file)) {
		const bytes = bytesOf(file);
		return { size: bytes.byteLength, open: async () => inOneChunk(bytes) };
	}
	const { id } = file;
	try {
		const { fileSize } = await helpers.getBinaryMetadata(id);
		return { size: fileSize, open: async () => await helpers.getBinaryStream(id) };
	} catch (error) {
		throw unreadable(error);
	}
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** @param name the part's name as Rails reads it: `a[b]` is key b of a, `a[]` one entry of the list a */
function appendText(form: FormData, name: string, value: unknown): void {
	if (Array.isArray(value)) {
		for (const entry of value) appendText(form, `${name}[]`, entry);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, entry] of Object.entries(value)) appendText(form, `${name}[${key}]`, entry);
	} else {
		form.append(name, value === null ? '' : String(value));
	}
}
