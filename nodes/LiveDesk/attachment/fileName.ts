/**
 * File extensions by MIME type, where the subtype is not the extension. Source: IANA's media types, as far as LiveDesk
 * and WhatsApp carry them.
 */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/msword': 'doc',
	'application/octet-stream': 'bin',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/gzip': 'gz',
	'application/x-zip-compressed': 'zip',
	'audio/mp4': 'm4a',
	'audio/mpeg': 'mp3',
	'audio/ogg': 'ogg',
	'audio/x-wav': 'wav',
	'image/jpeg': 'jpg',
	'image/svg+xml': 'svg',
	'image/tiff': 'tif',
	'image/x-icon': 'ico',
	'text/calendar': 'ics',
	'text/javascript': 'js',
	'text/markdown': 'md',
	'text/plain': 'txt',
	'video/3gpp': '3gp',
	'video/quicktime': 'mov',
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
