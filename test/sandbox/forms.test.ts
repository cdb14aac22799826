/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { FormData } from 'undici';
import { fileForm, sha256 } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const messages = '/api/v2/accounts/conversations/141/messages';
const multipart = 'multipart/form-data; boundary=b';
const headers = { 'content-type': multipart };

type Part = [head: string, value: string];
const form = (...parts: Part[]) =>
	`${parts.map(([head, value]) => `--b\r\n${head}\r\n\r\n${value}\r\n`).join('')}--b--\r\n`;

const disposition = (parameters: string) => `Content-Disposition: form-data; ${parameters}`;
const text = (name: string, value: string): Part => [disposition(`name="${name}"`), value];
const file = (name: string, fileName: string, value = 'x', type = 'text/plain'): Part => [
	`${disposition(`name="${name}"; filename="${fileName}"`)}\r\nContent-Type: ${type}`,
	value,
];
const good = file('attachments[]', 'a.txt');
const untyped: Part = [disposition('name="attachments[]"; filename="a.txt"'), 'x'];

test.each([
	['without a file', form(text('content', 'x')), 'attachments[]'],
	['without any part', '--b--\r\n', 'attachments[]'],
	['with a file without Content-Type', form(untyped), 'attachments[]'],
	['with a file without a name', form(file('attachments[]', '')), 'attachments[]'],
	['with text instead of a file', form(good, text('attachments[]', 'x')), 'attachments[]'],
	['with a file in another field', form(file('file', 'a')), 'file'],
	['with a file in the field of the curl lines', form(file('attachments', 'a')), 'attachments'],
	['with a type that is none', form(file('attachments[]', 'a', 'x', 'png')), 'attachments[]'],
	['with an unknown field', form(good, text('message_type', 'outgoing')), 'message_type'],
	['with two captions', form(good, text('content', 'x'), text('content', 'y')), 'content'],
	['with an empty caption', form(good, text('content', '')), 'content'],
	['with a privacy of 1', form(good, text('private', '1')), 'private'],
	['with attributes as JSON', form(good, text('content_attributes', '{}')), 'content_attributes'],
	[
		'with a reply to no number',
		form(good, text('content_attributes[in_reply_to]', '2.5')),
		'content_attributes[in_reply_to]',
	],
	[
		'with contradicting attributes',
		form(good, text('content_attributes[a]', '1'), text('content_attributes[a][b]', '2')),
		'content_attributes[a][b]',
	],
])('the sandbox refuses a form %s', async (_, body, field) => {
	const reply = await context.desk.send(messages, body, { headers });
	expect(reply).toMatchObject({ status: 422, body: { attributes: [field] } });
	expect(context.sandbox.messages(141)).toEqual([]);
});

test.each([
	['that ends early', form(good).slice(0, -10)],
	['that never starts', 'nothing'],
	['with a part without an end of its head', `--b\r\n${untyped[0]}\r\n--b--\r\n`],
	['with an empty part', `--b\r\n--b--\r\n`],
	['without a boundary', form(good), 'multipart/form-data'],
	['of parts without names', form(['Content-Type: text/plain', 'x'])],
])('the sandbox cannot read a form %s', async (_, body, type = multipart) => {
	const reply = await context.desk.send(messages, body, { headers: { 'content-type': type } });
	expect(reply).toMatchObject({ status: 400, body: { error: expect.any(String) } });
});

test('the sandbox reads names in raw UTF-8, quoted in each of the usual ways', async () => {
	const names = [
		['ใบเสร็จ.pdf', 'ใบเสร็จ.pdf'],
		['a%22b.pdf', 'a"b.pdf'],
		['a\\"b.pdf', 'a"b.pdf'],
		['a\\b\\', 'a\\b\\'],
		['100%25; name=x.pdf', '100%25; name=x.pdf'],
	];
	const parts = names.map(([name]) => file('attachments[]', name));
	const reply = await context.desk.send(messages, form(...parts), { headers });
	expect(reply.status).toBe(200);
	const journaled = context.sandbox.journal.starts()[0].parts!;
	expect(journaled.map(({ fileName }) => fileName)).toEqual(names.map(([, name]) => name));
});

test('the sandbox reads a form in whatever pieces it comes', async () => {
	const value = 'x\r\n--\r\n--c\r';
	const bytes = Buffer.from(form(file('attachments[]', 'ใบ.txt', value), text('content', 'ก')));
	async function* oneByOne() {
		for (const byte of bytes) yield Buffer.of(byte);
	}
	const reply = await context.desk.send(messages, Readable.from(oneByOne()), { headers });
	expect(reply.status).toBe(200);
	expect(context.sandbox.journal.starts()[0].parts).toEqual([
		expect.objectContaining({ fileName: 'ใบ.txt', sha256: sha256(value) }),
		{ name: 'content', value: 'ก' },
	]);
});

test('the sandbox answers a form that it cannot read only when all of it has come', async () => {
	const nameless: Part = ['Content-Type: text/plain', 'x'.repeat(300_000)];
	const body = form(nameless, good, [good[0], 'y'.repeat(300_000)], nameless);
	const reply = await context.desk.send(messages, body, { headers });
	expect(reply).toMatchObject({ status: 400, body: { error: 'A part of the form has no name' } });
});

test('the sandbox reads a form to its end, whatever follows it', async () => {
	const big = file('attachments[]', 'a.txt', 'z'.repeat(100_000));
	for (const epilogue of ['', 'x'.repeat(200_000)]) {
		const reply = await context.desk.send(messages, form(big) + epilogue, { headers });
		expect(reply).toMatchObject({ status: 200, body: { attachments: [{ file_size: 100_000 }] } });
	}
});

test('the sandbox takes a name such as __proto__ for what it is', async () => {
	const body = form(good, text('content_attributes[__proto__][polluted]', 'yes'));
	expect((await context.desk.send(messages, body, { headers })).status).toBe(200);
	expect({}).not.toHaveProperty('polluted');
});

test('the sandbox keeps no file of a form that it refuses', async () => {
	await context.desk.form(141, fileForm(['kept.txt', 'text/plain', 'kept']));
	const folder = dirname(context.sandbox.file(199));
	const kept = readdirSync(folder);
	const wrong = fileForm(['lost.txt', 'text/plain', 'lost']);
	wrong.append('wrong', 'x');
	expect((await context.desk.form(141, wrong)).status).toBe(422);
	expect((await context.desk.form(999, fileForm(['a', 'a/b', 'lost']))).status).toBe(404);
	await context.desk.send(messages, form(good, good).slice(0, -10), { headers });
	expect(readdirSync(folder)).toEqual(kept);
});

test('the sandbox refuses files where only JSON is documented', async () => {
	const body = new FormData();
	body.append('inbox_id', '79');
	expect(await context.desk.send('/api/v2/accounts/contacts', body)).toMatchObject({ status: 415 });
});
