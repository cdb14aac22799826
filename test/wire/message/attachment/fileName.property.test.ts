import * as fc from 'fast-check';
import type { IBinaryData } from 'n8n-workflow';
import { onlyRequest, useLiveDesk } from '../../../support/useLiveDesk';
import { byId } from '../../../../harness/livedesk';

const desk = useLiveDesk();

/** A name as a parser of forms reads it: no lone surrogates, and the escapes of web forms undone. */
const asRead = (name: string) =>
	Buffer.from(name)
		.toString()
		.replace(/%(22|0D|0A)/g, (escape) => decodeURIComponent(escape));

test('no file name breaks out of its part, whatever it is', async () => {
	const hostile = fc.string({ unit: fc.constantFrom(...'a"\\\r\n;=%2 -:/\u0000ก') });
	const name = fc.oneof(
		hostile,
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
		fc.string({ minLength: 500, maxLength: 2000 }),
	);
	const file = fc.record({ name, content: fc.string() });
	await fc.assert(
		fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 12 }), async (files) => {
			desk.sandbox.reset();
			const binary: Record<string, IBinaryData> = {};
			files.forEach(({ name: fileName, content }, index) => {
				const data = Buffer.from(content).toString('base64');
				binary[`file${index}`] = { data, fileName, mimeType: 'text/plain' };
			});
			const { items } = await desk.send({
				parameters: {
					operation: 'sendAttachment',
					conversationId: byId('141'),
					binaryPropertyName: Object.keys(binary).join(','),
				},
				items: [{ json: {}, binary }],
			});
			expect(onlyRequest(desk).parts).toMatchObject(
				files.map(({ name: given, content }) => ({
					name: 'attachments[]',
					fileName: given === '' ? 'file.txt' : asRead(given),
					contentType: 'text/plain',
					size: Buffer.byteLength(content),
				})),
			);
			expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
		}),
		{ numRuns: 100 },
	);
});
