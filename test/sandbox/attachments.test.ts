/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Message } from '../../sandbox';
import { fileForm, sha256 } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const messages = '/api/v2/accounts/conversations/141/messages';

test('the sandbox keeps each file byte for byte, and serves it under its data_url', async () => {
	const image = randomBytes(300_000);
	const sound = Buffer.from('\r\n--not-a-boundary\r\n\r\n');
	const form = fileForm(['รูป "1".png', 'image/png', image], ['a.ogg', 'audio/ogg', sound]);
	const { body } = await context.desk.form(141, form);
	const { attachments } = body as Required<Message>;
	for (const [at, bytes] of [image, sound].entries()) {
		const { id, data_url: url, file_size: size } = attachments[at];
		expect(size).toBe(bytes.length);
		expect(sha256(readFileSync(context.sandbox.file(id)))).toBe(sha256(bytes));
		const served = await fetch(url);
		expect(sha256(Buffer.from(await served.arrayBuffer()))).toBe(sha256(bytes));
		expect(served.headers.get('x-content-type-options')).toBe('nosniff');
		expect(served.headers.get('content-type')).toBe(['image/png', 'audio/ogg'][at]);
	}
	expect(decodeURIComponent(attachments[0].data_url)).toMatch(/\/files\/199\/รูป "1".png$/);
});

test('the sandbox tells images, sounds and videos from other files by their content type', async () => {
	const types = ['image/webp', 'audio/mpeg', 'video/mp4', 'application/pdf', 'text/x-video'];
	const form = fileForm(...types.map((type): [string, string, string] => ['same.jpg', type, 'x']));
	const { body } = await context.desk.form(141, form);
	const { attachments, id } = body as Required<Message>;
	const kinds = attachments.map(({ file_type: type }) => type);
	expect(kinds).toEqual(['image', 'audio', 'video', 'file', 'file']);
	expect(attachments.filter((file) => 'thumb_url' in file).map(({ id: of }) => of)).toEqual([199]);
	expect(attachments.map((file) => file.id)).toEqual([199, 200, 201, 202, 203]);
	expect(attachments.every(({ message_id: message }) => message === id)).toBe(true);
});

test('the sandbox takes caption, privacy and nested attributes as further parts', async () => {
	const form = fileForm(['a.txt', 'text/plain', '']);
	form.append('content', 'คำบรรยาย');
	form.append('private', 'true');
	form.append('content_attributes[in_reply_to]', '29');
	form.append('content_attributes[a][b]', 'c');
	form.append('content_attributes[list][]', 'd');
	form.append('content_attributes[list][]', 'e');
	const { body } = await context.desk.form(141, form);
	expect(body).toMatchObject({
		content: 'คำบรรยาย',
		private: true,
		content_attributes: { in_reply_to: 29, a: { b: 'c' }, list: ['d', 'e'] },
	});
});

test('the sandbox replies null as content when there is no caption', async () => {
	const { body } = await context.desk.form(141, fileForm(['a.txt', 'text/plain', 'a']));
	expect(body).toMatchObject({ content: null, private: false, content_attributes: {} });
});

test('the sandbox streams a large upload to disk', async () => {
	const boundary = 'x'.repeat(40);
	const hash = createHash('sha256');
	async function* body() {
		yield `--${boundary}\r\nContent-Disposition: form-data; name="attachments[]"; filename="big.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`;
		for (let chunk = 0; chunk < 400; chunk++) {
			const bytes = Buffer.alloc(64 * 1024 + chunk, chunk);
			hash.update(bytes);
			yield bytes;
		}
		yield `\r\n--${boundary}--\r\n`;
	}
	const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
	const reply = await context.desk.send(messages, Readable.from(body()), { headers });
	expect(reply.status).toBe(200);
	const [{ attachments }] = context.sandbox.messages(141);
	expect(statSync(context.sandbox.file(199)).size).toBe(attachments![0].file_size);
	expect(context.sandbox.journal.starts()[0].parts![0].sha256).toBe(hash.digest('hex'));
});

test('the sandbox does not know a file that was never sent', async () => {
	expect(() => context.sandbox.file(199)).toThrow('There is no attachment 199');
	expect((await fetch(`${context.sandbox.url}/files/199/a.txt`)).status).toBe(404);
});

test('the sandbox lets no uploaded page run in the desk', async () => {
	const { body } = await context.desk.form(141, fileForm(['a.html', 'text/html', '<script>']));
	const served = await fetch((body as Required<Message>).attachments[0].data_url);
	expect(served.headers.get('content-disposition')).toBe('attachment');
});
