import { createHash } from 'node:crypto';
import FormData from 'form-data';
import type { IBinaryData } from 'n8n-workflow';
import { post } from '../../support/post';
import { onlyRequest, useLiveDesk } from '../../../support/useLiveDesk';
import { byId } from '../../../../harness/livedesk';

const desk = useLiveDesk();
const parameters = { operation: 'sendAttachment', conversationId: byId('141') };

interface Upload {
	content: Buffer;
	fileName?: string;
	mimeType: string;
}

const binaryOf = ({ content, ...file }: Upload): IBinaryData => ({
	data: content.toString('base64'),
	...file,
});

const fileOf = (fileName: string, mimeType = 'text/plain'): Upload => ({
	content: Buffer.from(`content of ${fileName}`),
	fileName,
	mimeType,
});

async function sentByTheNode(files: Upload[], more: object = {}) {
	const fields = files.map((file, index) => [`file${index}`, binaryOf(file)]);
	const binary = Object.fromEntries(fields) as Record<string, IBinaryData>;
	const binaryPropertyName = Object.keys(binary).join(',');
	const result = await desk.send({
		parameters: { ...parameters, binaryPropertyName, ...more },
		items: [{ json: {}, binary }],
	});
	expect(result.items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	return onlyRequest(desk).parts ?? [];
}

/** The same parts, as the most used package for forms writes them. */
async function sentByFormData(files: Upload[], texts: Array<[name: string, value: string]> = []) {
	const form = new FormData();
	for (const { content, fileName, mimeType } of files) {
		form.append('attachments[]', content, { filename: fileName, contentType: mimeType });
	}
	for (const text of texts) form.append(...text);
	desk.sandbox.journal.clear();
	await post(desk.sandbox, form.getBuffer(), form.getHeaders());
	return onlyRequest(desk).parts;
}

describe('the form', () => {
	test.each<[what: string, files: Upload[]]>([
		['one file', [fileOf('a.txt')]],
		['several files, one of them twice', [fileOf('b.txt'), fileOf('a.txt'), fileOf('b.txt')]],
		['types with parameters', [fileOf('a.txt', 'text/plain; charset=utf-8')]],
		['bytes that look like a boundary', [{ ...fileOf('a'), content: Buffer.from('\r\n--') }]],
		['line breaks of all kinds', [{ ...fileOf('a'), content: Buffer.from('\r\n\n\r\0') }]],
		['an empty file', [{ ...fileOf('a'), content: Buffer.alloc(0) }]],
	])('is the same as of the package form-data for %s', async (_, files) => {
		const parts = await sentByTheNode(files);
		expect(parts).toHaveLength(files.length);
		expect(parts).toEqual(await sentByFormData(files));
	});

	test('is the same as of the package form-data for a caption, a private note and a reply', async () => {
		const files = [fileOf('a.txt')];
		const content = 'ใบเสร็จ "of" today & 👍';
		const additionalFields = { private: true, inReplyTo: '29' };
		const parts = await sentByTheNode(files, { caption: content, additionalFields });
		expect(parts).toHaveLength(4);
		expect(parts).toEqual(
			await sentByFormData(files, [
				['content', content],
				['private', 'true'],
				['content_attributes[in_reply_to]', '29'],
			]),
		);
	});

	test.each([
		['quotes', 'my "best" \'photo\'.png'],
		['line breaks and a header', 'a.png"\r\nX-Injected: yes\r\n\r\n<script>'],
		['another name', 'a.png"; name="content'],
		['backslashes within', 'a\\b\\"c.png'],
		['a backslash at its end', 'a\\'],
		['Thai letters', 'ใบเสร็จรับเงิน.pdf'],
		['emoji', '👩‍👩‍👧‍👦.png'],
		['percent signs', '100%25 %22 %0A.png'],
		['semicolons and equals signs', 'a;b=c; filename=d.png'],
		['blanks around it', ' a.png '],
		['control characters', 'a\u0001\u007f\u2028.png'],
		['2,000 letters', `${'a'.repeat(2000)}.png`],
	])('is the same as of the package form-data for a file name with %s', async (_, fileName) => {
		const files = [fileOf(fileName, 'image/png')];
		const parts = await sentByTheNode(files);
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ name: 'attachments[]', contentType: 'image/png' });
		expect(parts).toEqual(await sentByFormData(files));
	});
});

describe('the name of a file', () => {
	test.each([
		['as n8n does', 'ใบเสร็จ.pdf', 'application/pdf', 'ใบเสร็จ.pdf'],
		['as n8n does, folders included', '2026/11/a.png', 'image/png', '2026/11/a.png'],
		['after its type, where n8n has no name', undefined, 'image/jpeg', 'file.jpg'],
		['after its type, where n8n has an empty name', '', 'application/pdf', 'file.pdf'],
		['just "file", where its type tells nothing', undefined, 'application/x-a+b', 'file'],
	])('is sent %s', async (_, fileName, mimeType, name) => {
		const content = Buffer.from('abc');
		expect(await sentByTheNode([{ content, fileName, mimeType }])).toEqual([
			{
				name: 'attachments[]',
				fileName: name,
				contentType: mimeType,
				size: 3,
				sha256: createHash('sha256').update('abc').digest('hex'),
			},
		]);
	});
});

test.each([
	['image/png', 'image/png'],
	['Text/Plain; Charset=UTF-8', 'text/plain; charset=utf-8'],
	['', 'application/octet-stream'],
	['image/png\r\nX-Injected: yes', 'application/octet-stream'],
	['รูป/ภาพ', 'application/octet-stream'],
])('the form gives a file of the type %j the Content-Type %s', async (mimeType, contentType) => {
	const parts = await sentByTheNode([{ ...fileOf('a'), mimeType }]);
	expect(parts).toMatchObject([{ name: 'attachments[]', fileName: 'a', contentType }]);
});
