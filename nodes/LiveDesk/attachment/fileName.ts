import { TYPES } from './mimeType';

/** File extensions by MIME type, where the subtype is not the extension. Source: IANA's media types. */
const EXTENSIONS: Readonly<Record<string, string>> = {
	...Object.fromEntries(Object.entries(TYPES).map(([extension, type]) => [type, extension])),
	'application/gzip': 'gz',
	'application/octet-stream': 'bin',
	'application/x-zip-compressed': 'zip',
	'audio/x-wav': 'wav',
	'image/svg+xml': 'svg',
	'image/tiff': 'tif',
	'image/x-icon': 'ico',
	'text/calendar': 'ics',
	'text/javascript': 'js',
	'text/markdown': 'md',
	'video/x-msvideo': 'avi',
};

/**
 * @param fileName the name that n8n has for the file, if any
 * @param mimeType its MIME type, parameters allowed
 * @returns the name under which LiveDesk gets the file: n8n's, else `file` with the extension of its type
 */
export function fileNameOf(fileName: string | undefined, mimeType: string): string {
	if (fileName) return fileName;
	const type = mimeType.split(';')[0].trim().toLowerCase();
	const subtype = type.split('/')[1] ?? '';
	const extension = Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : subtype;
	return /^[a-z0-9]{1,8}$/.test(extension) ? `file.${extension}` : 'file';
}
