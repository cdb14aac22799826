import { fileNameOf } from '../../../nodes/LiveDesk/attachment/fileName';

test.each([
	['invoice.pdf', 'application/pdf'],
	['ใบเสร็จ.pdf', 'application/pdf'],
	['a/b\\c "d"\r\n.txt', 'text/plain'],
	['no extension', 'image/png'],
	['wrong.exe', 'image/png'],
])('a file keeps the name that n8n has for it: %j', (fileName, mimeType) => {
	expect(fileNameOf(fileName, mimeType)).toBe(fileName);
});

describe('a file without a name', () => {
	test.each([
		['image/png', 'file.png'],
		['image/jpeg', 'file.jpg'],
		['image/gif', 'file.gif'],
		['image/webp', 'file.webp'],
		['image/svg+xml', 'file.svg'],
		['audio/mpeg', 'file.mp3'],
		['audio/ogg', 'file.ogg'],
		['audio/ogg; codecs=opus', 'file.ogg'],
		['video/mp4', 'file.mp4'],
		['video/quicktime', 'file.mov'],
		['application/pdf', 'file.pdf'],
		['application/zip', 'file.zip'],
		['application/json', 'file.json'],
		['application/octet-stream', 'file.bin'],
		['application/msword', 'file.doc'],
		['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'file.docx'],
		['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'file.xlsx'],
		['text/plain; charset=utf-8', 'file.txt'],
		['text/csv', 'file.csv'],
		['IMAGE/PNG', 'file.png'],
	])('is called after its MIME type: %s', (mimeType, name) => {
		expect(fileNameOf(undefined, mimeType)).toBe(name);
		expect(fileNameOf('', mimeType)).toBe(name);
	});

	test.each([
		'application/x-very-special-format',
		'application/vnd.acme+json',
		'image',
		'image/',
		'',
		'constructor',
		'text/../../etc/passwd',
		'text/a"b',
	])('is just "file" for %j, which tells no extension', (mimeType) => {
		expect(fileNameOf(undefined, mimeType)).toBe('file');
	});
});
