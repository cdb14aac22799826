/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';

const attachment = { operation: 'sendAttachment', conversationId: byId('141') };

const partOf = (content: Buffer, fileName: string, contentType: string) => ({
	name: 'attachments[]',
	fileName,
	contentType,
	size: content.length,
	sha256: createHash('sha256').update(content).digest('hex'),
});

/** What n8n's own stores do with a file: beside the item as base64, or on disk under an ID. */
describe.each(['default', 'filesystem'] as const)('in the binary mode "%s"', (binaryMode) => {
	const desk = useLiveDesk({ binaryMode });

	const stored = async (content: Buffer, fileName = 'a.txt', mimeType = 'text/plain') =>
		await desk.engine.store(content, { fileName, mimeType });

	async function send(files: Record<string, Buffer>, parameters: IDataObject = {}) {
		const entries = Object.entries(files).map(async ([field, content]) => [
			field,
			await stored(content, `${field}.txt`),
		]);
		const binary = Object.fromEntries(await Promise.all(entries)) as object;
		const items = [{ json: {}, binary: { ...binary } }];
		const result = await desk.send({ parameters: { ...attachment, ...parameters }, items });
		return { request: onlyRequest(desk), items: result.items };
	}

	test('keeps the file where n8n keeps files in this mode', async () => {
		const { id, data } = await stored(Buffer.from('abc'));
		if (binaryMode === 'default') expect({ id, data }).toEqual({ id: undefined, data: 'YWJj' });
		else expect(id).toMatch(/^filesystem/);
	});

	test('sends the file of the field "data" alone, when nothing else is set', async () => {
		const { request, items } = await send({ data: Buffer.from('abc') });
		expect(request.parts).toEqual([partOf(Buffer.from('abc'), 'data.txt', 'text/plain')]);
		expect(request.path).toBe('/api/v2/accounts/conversations/141/messages');
		expect(items).toHaveLength(1);
		expect(items[0].pairedItem).toEqual({ item: 0 });
	});

	test('sends the caption after the file', async () => {
		const caption = 'ใบเสร็จ\nof today';
		const { request, items } = await send({ data: Buffer.from('abc') }, { caption });
		expect(request.parts).toEqual([
			partOf(Buffer.from('abc'), 'data.txt', 'text/plain'),
			// A form has its line breaks so, from browsers too.
			{ name: 'content', value: 'ใบเสร็จ\r\nof today' },
		]);
		expect(items[0].json).toMatchObject({ content: 'ใบเสร็จ\r\nof today' });
	});

	test.each([
		['a,b,c', ['a', 'b', 'c']],
		[' c , a ', ['c', 'a']],
		['b,,a,', ['b', 'a']],
	])('sends the files of "%s" in this order', async (binaryPropertyName, fields) => {
		const files = { a: Buffer.from('1'), b: Buffer.from('22'), c: Buffer.from('333') };
		const { request, items } = await send(files, { binaryPropertyName });
		expect(request.parts).toEqual(
			fields.map((field) =>
				partOf(files[field as keyof typeof files], `${field}.txt`, 'text/plain'),
			),
		);
		expect(items).toHaveLength(1);
		expect(items[0].json.attachments).toHaveLength(fields.length);
	});

	test.each([
		['an empty file', 0],
		['3 MB', 3_000_000],
	])('sends %s byte by byte, and says how long it is', async (_, size) => {
		const content = randomBytes(size);
		const { request, items } = await send({ data: content });
		expect(request.parts).toEqual([partOf(content, 'data.txt', 'text/plain')]);
		expect(Number(request.headers?.['content-length'])).toBeGreaterThan(size);
		expect(request.headers).not.toHaveProperty('transfer-encoding');
		const [file] = items[0].json.attachments as IDataObject[];
		expect(file).toMatchObject({ file_type: 'file', file_size: size });
		expect(readFileSync(desk.sandbox.file(file.id as number)).equals(content)).toBe(true);
	});

	test('sends the files of many items, each with its own, paired with it', async () => {
		const contents = Array.from({ length: 12 }, (_, index) => Buffer.from(`file ${index}`));
		const items = await Promise.all(
			contents.map(async (content, index) => ({
				json: { to: 141 + (index % 2) },
				binary: { data: await stored(content, `${index}.txt`) },
			})),
		);
		const result = await desk.send({
			parameters: { ...attachment, conversationId: byId('={{ $json.to }}') },
			items,
		});
		expect(result.items).toMatchObject(
			contents.map((content, item) => ({
				json: {
					conversation_id: 141 + (item % 2),
					attachments: [{ file_size: content.length }],
				},
				pairedItem: { item },
			})),
		);
		const sent = desk.sandbox.journal.starts().flatMap(({ parts }) => parts);
		const parts = contents.map((content, index) => partOf(content, `${index}.txt`, 'text/plain'));
		expect(sent).toHaveLength(12);
		expect(sent).toEqual(expect.arrayContaining(parts));
	});
});
