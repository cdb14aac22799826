/**
 * MIME types by file extension, as far as LiveDesk and WhatsApp carry them; of several extensions, the usual one comes last.
 * Source: IANA's media types.
 */
export const TYPES: Readonly<Record<string, string>> = {
	'3gp': 'video/3gpp',
	aac: 'audio/aac',
	amr: 'audio/amr',
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	m4a: 'audio/mp4',
	mov: 'video/quicktime',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	ogg: 'audio/ogg',
	pdf: 'application/pdf',
	png: 'image/png',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	txt: 'text/plain',
	wav: 'audio/wav',
	webm: 'video/webm',
	webp: 'image/webp',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
};

/** The type of bytes of which nothing is known (RFC 2046). */
const UNKNOWN = 'application/octet-stream';

/**
 * @param mimeType the type that n8n has for the file, if any
 * @param fileName its name, if n8n has one
 * @returns the type under which LiveDesk gets the file: n8n's, else that of the extension
 */
export function mimeTypeOf(mimeType: unknown, fileName: unknown): string {
	if (typeof mimeType === 'string' && mimeType !== '') return mimeType;
	const [, extension = ''] = /\.(\w+)$/.exec(String(fileName ?? '').toLowerCase()) ?? [];
	return Object.hasOwn(TYPES, extension) ? TYPES[extension] : UNKNOWN;
}
