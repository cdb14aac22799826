import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import { fileNameOf } from './fileName';
import { LazyFile, type FileSource } from './lazyFile';

type BinaryHelpers = Pick<
	IExecuteSingleFunctions['helpers'],
	'getBinaryMetadata' | 'getBinaryStream'
>;

/** A text part of a form, or one level of a nested one. */
export type FormValue = unknown;

/**
 * Builds the multipart body of an attachment message, as the API documents it.
 *
 * @param helpers n8n's, to reach its binary store
 * @param files become one `attachments[]` part each, in this order; none is read before it is sent
 * @param texts become text parts; objects and lists in them nest as Rails forms do, e.g. `content_attributes[in_reply_to]`
 * @throws whatever n8n's binary store throws for a file that it no longer has
 */
export async function buildForm(
	helpers: BinaryHelpers,
	files: IBinaryData[],
	texts: Readonly<Record<string, FormValue>>,
): Promise<FormData> {
	const form = new FormData();
	for (const file of files) {
		const source = await sourceOf(helpers, file);
		const { fileName, mimeType } = file;
		form.append('attachments[]', new LazyFile(source, fileNameOf(fileName, mimeType), mimeType));
	}
	for (const [name, value] of Object.entries(texts)) appendText(form, name, value);
	return form;
}

/** n8n keeps a file in its binary store, under an ID, or without one as base64 text in the item itself. */
async function sourceOf(helpers: BinaryHelpers, { id, data }: IBinaryData): Promise<FileSource> {
	if (id === undefined) {
		return {
			size: Buffer.byteLength(data, 'base64'),
			open: async () => inOneChunk(Buffer.from(data, 'base64')),
		};
	}
	return {
		size: (await helpers.getBinaryMetadata(id)).fileSize,
		open: async () => await helpers.getBinaryStream(id),
	};
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** @param name the part's name as Rails reads it: `a[b]` is key b of a, `a[]` one entry of the list a */
function appendText(form: FormData, name: string, value: FormValue): void {
	if (Array.isArray(value)) {
		for (const entry of value) appendText(form, `${name}[]`, entry);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, entry] of Object.entries(value)) appendText(form, `${name}[${key}]`, entry);
	} else if (value !== undefined) {
		form.append(name, value === null ? '' : String(value));
	}
}
