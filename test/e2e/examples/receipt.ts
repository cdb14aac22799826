/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { ALICE, sentTo, SOMCHAI, told, type Examples } from './examples';

export function receipt({ n8n, run }: Examples): void {
	describe('receipt as a file', () => {
		const receipts = [
			{
				conversation: SOMCHAI,
				caption: 'ใบเสร็จของออเดอร์ #456 ค่ะ',
				fileName: 'receipt-456.txt',
				text: `ใบเสร็จรับเงิน / Receipt
Acme Corp

ออเดอร์ / Order: #456
ลูกค้า / Customer: สมชาย ใจดี

2 × โคมไฟตั้งโต๊ะ: 1180.00
2 × หลอดไฟ LED 9 W: 190.00

รวม / Total: 1370.00 THB
`,
			},
			{
				conversation: ALICE,
				caption: 'Here is the receipt for order #457.',
				fileName: 'receipt-457.txt',
				text: `ใบเสร็จรับเงิน / Receipt
Acme Corp

ออเดอร์ / Order: #457
ลูกค้า / Customer: Alice Miller

1 × Desk lamp: 590.00

รวม / Total: 590.00 THB
`,
			},
		];

		test('the example sends each customer the file, whole, with a caption', async () => {
			const { status, items } = await run(2);
			expect(status).toBe('success');
			const { sandbox } = n8n();
			expect(sandbox.journal.starts()).toHaveLength(receipts.length);
			for (const [index, { conversation, caption, fileName, text }] of receipts.entries()) {
				const request = sandbox.journal
					.starts()
					.find((entry) => entry.conversation === String(conversation));
				expect(request?.parts).toEqual([
					expect.objectContaining({
						name: 'attachments[]',
						fileName,
						contentType: 'text/plain',
						size: Buffer.byteLength(text),
					}),
					{ name: 'content', value: caption },
				]);
				const [message] = sandbox.messages(conversation);
				const [attachment] = message.attachments ?? [];
				expect(readFileSync(sandbox.file(attachment.id), 'utf8')).toBe(text);
				expect(told(items('Send the Receipt'))[index]).toEqual(
					sentTo(conversation, index, {
						attachments: [
							expect.objectContaining({ id: attachment.id, file_size: attachment.file_size }),
						],
					}),
				);
			}
		});
	});
}
