import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { pairedWith, pairs, statuses } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { retryOnFail } from '../../support/settings';
import { arrived, bytes, file, sending, shaOf, store, whole, withFiles } from '../support/files';
import { contents, failedItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(1), binaryMode: 'filesystem' });
const base64 = bytes.toString('base64');
const dataUrl = `data:image/png;base64,${base64}`;

test.each<[string, IDataObject, string?]>([
	['comes in lines', { data: base64.replace(/.{76}/g, '$&\r\n') }],
	['ends with a line break', { data: `${base64}\n` }],
	[
		"is a data URL, as n8n's helpers read it",
		{ data: dataUrl },
		shaOf(Buffer.from(dataUrl, 'base64')),
	],
	['has an empty ID', { data: base64, id: '' }],
	['has no ID but null', { data: base64, id: null }],
	['has no MIME type', { data: base64, mimeType: undefined }],
])('a file in the item that %s arrives whole', async (_, given, expected = whole) => {
	const data = { ...file, ...given } as unknown as IBinaryData;
	const { items, error } = await desk.send({
		parameters: sending(),
		items: withFiles([1], data),
	});
	expect(error).toBeUndefined();
	expect(pairs(items)).toEqual(pairedWith(0));
	expect(arrived(desk)).toEqual([expected]);
});

test.each([
	["n8n's store", async () => await store(desk)],
	['the item itself', async () => ({ ...file, data: base64 })],
])('a file from %s that met a 429 is read anew, and arrives whole', async (_, give) => {
	desk.sandbox.script({ retryAfter: 0, times: 2 });
	const result = await desk.send({ parameters: sending(), items: withFiles([1, 1], await give()) });
	expect(statuses(desk.sandbox)).toEqual([429, 429, 200, 200]);
	expect(arrived(desk)).toEqual([whole, whole, whole, whole]);
	expect(contents(result.items)).toEqual(['0', '1']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1));
});

describe('Retry On Fail', () => {
	test('reads a file anew that met a 429', async () => {
		desk.sandbox.script({ retryAfter: 0, times: 2 });
		const items = withFiles([1, 1], await store(desk));
		const parameters = sending({ rateLimitWait: 0 });
		const result = await desk.send({ parameters, items, node: retryOnFail });
		expect(arrived(desk)).toEqual([whole, whole, whole, whole]);
		expect(contents(result.items)).toEqual(['0', '1']);
	});

	test('uploads no file again that LiveDesk has and the channel did not deliver', async () => {
		desk.sandbox.script({ content: '0', failed: '131016: Service unavailable' });
		const items = withFiles([1, 1], await store(desk));
		const result = await desk.send({ parameters: sending(), items, node: retryOnFail });
		const kinds = desk.sandbox.journal.starts().map(({ kind }) => kind);
		expect(kinds).toEqual(['attachment', 'retry', 'attachment']);
		expect(contents(result.items)).toEqual(['0', '1']);
		expect(desk.sandbox.messages(1)).toHaveLength(2);
	});

	test('uploads no file again whose response was lost', async () => {
		desk.sandbox.script({ content: '0', drop: 'after-body' });
		const items = withFiles([1, 1], await store(desk));
		const result = await desk.send({ parameters: sending(), items, node: retryOnFail });
		expect(arrived(desk)).toEqual([whole]);
		expect(failedItem(result)).toBe(0);
		expect(desk.sandbox.messages(1)).toHaveLength(1);
	});
});
