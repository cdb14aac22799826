/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from '../../../harness/workflow';
import { ALICE, bodies, sentTo, SOMCHAI, told, type Examples } from './examples';

const folder = join(__dirname, '../../../sandbox/page');
/** Where the example looks for its files: the sandbox that `npm start` starts. */
const ADDRESS = 'http://127.0.0.1:3000';

export function fileFromUrl({ example, n8n }: Examples): void {
	describe('file from a URL', () => {
		/** Runs the example with another address in its links. */
		async function runWith(address: string) {
			const { name, nodes, connections, settings } = example(12);
			const there = JSON.stringify({ name, nodes, connections, settings });
			expect(there).toContain(ADDRESS);
			return await n8n().execute(JSON.parse(there.replaceAll(ADDRESS, address)) as Workflow);
		}

		test('the example sends what is behind each link, whole and under its name, with its caption', async () => {
			const { sandbox } = n8n();
			const { status, items } = await runWith(sandbox.url);
			expect(status).toBe('success');
			for (const [index, conversation, caption, fileName, contentType] of [
				[0, SOMCHAI, 'ใบแจ้งหนี้ของออเดอร์ #456 ค่ะ', 'sample-invoice.pdf', 'application/pdf'],
				[1, ALICE, 'Your parcel, ready to go.', 'sample-parcel.png', 'image/png'],
			] as const) {
				const request = sandbox.journal
					.starts()
					.find((entry) => entry.conversation === String(conversation));
				const bytes = readFileSync(join(folder, fileName));
				expect(request?.parts).toEqual([
					expect.objectContaining({ fileName, contentType, size: bytes.length }),
					{ name: 'content', value: caption },
				]);
				const [attachment] = sandbox.messages(conversation)[0].attachments ?? [];
				expect(readFileSync(sandbox.file(attachment.id))).toEqual(bytes);
				expect(told(items('Send the File'))[index]).toEqual(sentTo(conversation, index));
			}
		});

		test('the example leaves agents a note where a link leads nowhere', async () => {
			const nowhere = `${n8n().sandbox.url}/nowhere`;
			const { status, items } = await runWith(nowhere);
			expect(status).toBe('success');
			expect(items('Send the File')).toEqual([]);
			// Of two conversations, whose requests go side by side.
			expect(new Set(bodies(n8n()))).toEqual(
				new Set(
					['sample-invoice.pdf', 'sample-parcel.png'].map((file) => ({
						content: `A file for the customer could not be downloaded:\n${nowhere}/${file}`,
						private: true,
					})),
				),
			);
		});
	});
}
