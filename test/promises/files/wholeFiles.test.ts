import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { pairedWith, pairs, statuses } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { arrived, bytes, file, sending, shaOf, store, whole, withFiles } from '../support/files';
import { contents, failedItem, retryOnFail } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(1), binaryMode: 'filesystem' });
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
	const { items, error } = await context.send({
		parameters: sending(),
		items: withFiles([1], data),
	});
	expect(error).toBeUndefined();
	expect(pairs(items)).toEqual(pairedWith(0));
	expect(arrived(context)).toEqual([expected]);
});

test.each([
	["n8n's store", async () => await store(context)],
	['the item itself', async () => ({ ...file, data: base64 })],
])('a file from %s that met a 429 is read anew, and arrives whole', async (_, give) => {
	const { send, sandbox } = context;
	sandbox.script({ retryAfter: 0, times: 2 });
	const result = await send({ parameters: sending(), items: withFiles([1, 1], await give()) });
	expect(statuses(sandbox)).toEqual([429, 429, 200, 200]);
	expect(arrived(context)).toEqual([whole, whole, whole, whole]);
	expect(contents(result.items)).toEqual(['0', '1']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1));
});

describe('Retry On Fail', () => {
	test('reads a file anew that met a 429', async () => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 0, times: 2 });
		const items = withFiles([1, 1], await store(context));
		const parameters = sending({ rateLimitWait: 0 });
		const result = await send({ parameters, items, node: retryOnFail });
		expect(arrived(context)).toEqual([whole, whole, whole, whole]);
		expect(contents(result.items)).toEqual(['0', '1']);
	});

	test('uploads no file again that LiveDesk has and the channel did not deliver', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', failed: '131016: Service unavailable' });
		const items = withFiles([1, 1], await store(context));
		const result = await send({ parameters: sending(), items, node: retryOnFail });
		const kinds = sandbox.journal.starts().map(({ kind }) => kind);
		expect(kinds).toEqual(['attachment', 'retry', 'attachment']);
		expect(contents(result.items)).toEqual(['0', '1']);
		expect(sandbox.messages(1)).toHaveLength(2);
	});

	test('uploads no file again whose response was lost', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', drop: 'after-body' });
		const items = withFiles([1, 1], await store(context));
		const result = await send({ parameters: sending(), items, node: retryOnFail });
		expect(arrived(context)).toEqual([whole]);
		expect(failedItem(result)).toBe(0);
		expect(sandbox.messages(1)).toHaveLength(1);
	});
});
