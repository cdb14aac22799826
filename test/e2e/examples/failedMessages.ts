import type { IDataObject } from 'n8n-workflow';
import type { Message } from '../../../sandbox';
import { ALICE, bodyInNote, requests, sentTo, SOMCHAI, told, type Examples } from './examples';
import { post } from './webhook';

const statuses = (messages: Message[]) => messages.map(({ status }) => status);

const noteOn = (text: string, { message, error }: IDataObject) =>
	`This message may not have reached the customer:\n${text}\n\n${message}\n${(error as IDataObject).description}`;

export function failedMessages({ example, n8n, run }: Examples): void {
	describe('failed messages', () => {
		const texts = {
			[SOMCHAI]: 'คืนเงินค่าออเดอร์ #455 เรียบร้อยแล้วค่ะ ยอดจะเข้าบัญชีภายใน 3 วันทำการ',
			[ALICE]: 'Your refund for order #453 is on its way and arrives within 3 working days.',
		};
		const refusal = '131016: Service unavailable';
		/** What agents find in a conversation, besides what was for the customer. */
		const notes = (conversation: number) =>
			n8n()
				.sandbox.messages(conversation)
				.filter((message) => message.private)
				.map(({ content }) => content);

		test('there are no failed messages where nothing fails', async () => {
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			expect(told(items('Sent'))).toEqual([
				expect.objectContaining(sentTo(SOMCHAI, 0, { content: texts[SOMCHAI] })),
				expect.objectContaining(sentTo(ALICE, 1, { content: texts[ALICE] })),
			]);
			expect(Object.keys(nodes)).not.toContain('Retry');
			expect(requests(n8n())).toHaveLength(2);
		});

		test('failed messages are sent again by LiveDesk where the channel refused them, as its note says', async () => {
			const rule = bodyInNote(example(4));
			expect(rule).toEqual({ conversation: SOMCHAI, failed: refusal });
			await post(`${n8n().sandbox.url}/_sandbox/script`, rule);
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			const [{ id }] = n8n().sandbox.messages(SOMCHAI);
			expect(told(items('Send', 1))).toEqual([
				{
					json: expect.objectContaining({
						error: expect.objectContaining({
							outcome: 'failed',
							code: 131016,
							messageId: id,
							conversationId: String(SOMCHAI),
						}),
					}),
					pairedItem: { item: 0 },
				},
			]);
			expect(requests(n8n())[2]).toBe(`retry ${SOMCHAI} ${id}`);
			expect(requests(n8n())).toHaveLength(3);
			expect(told(items('Retry'))).toEqual([sentTo(SOMCHAI, 0, { id })]);
			expect(told(items('Sent'))).toEqual([sentTo(ALICE, 0)]);
			expect(Object.keys(nodes)).not.toContain('Note for Agents');
			expect(statuses(n8n().sandbox.messages(SOMCHAI))).toEqual(['sent']);
		});

		test('failed messages become a note for agents where they fail once more', async () => {
			n8n().sandbox.script({ conversation: SOMCHAI, failed: refusal, times: 2 });
			const { status, items } = await run(4);
			expect(status).toBe('success');
			const [failed] = items('Retry', 1);
			expect(failed.pairedItem).toEqual({ item: 0 });
			expect(notes(SOMCHAI)).toEqual([noteOn(texts[SOMCHAI], failed.json)]);
			expect(notes(ALICE)).toEqual([]);
			expect(told(items('Note for Agents'))).toEqual([sentTo(SOMCHAI, 0, { private: true })]);
			expect(statuses(n8n().sandbox.messages(SOMCHAI))).toEqual(['failed', 'sent']);
		});

		test('messages are not sent again where they may have arrived', async () => {
			n8n().sandbox.script({ conversation: ALICE, drop: 'mid-reply' });
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			const [lost] = items('Send', 1);
			expect(lost).toMatchObject({
				json: { error: { outcome: 'unknown' } },
				pairedItem: { item: 1 },
			});
			expect(Object.keys(nodes)).not.toContain('Retry');
			expect(notes(ALICE)).toEqual([noteOn(texts[ALICE], lost.json)]);
			expect(requests(n8n()).filter((request) => request.endsWith(`${ALICE} `))).toHaveLength(2);
		});

		test('failed messages end the execution in an error where nobody could be told', async () => {
			n8n().sandbox.script({ conversation: ALICE, status: 404, times: Infinity });
			n8n().sandbox.script({ conversation: SOMCHAI, failed: refusal, times: 2 });
			const { status, items, error } = await run(4);
			expect(status).toBe('error');
			expect(error?.message).toMatch(texts[ALICE]);
			expect(items('Send', 1).map(({ json }) => (json.error as IDataObject).outcome)).toEqual([
				'failed',
				'refused',
			]);
			expect(items('Send', 0)).toEqual([]);
			// The other message's note was not kept back.
			expect(notes(SOMCHAI)).toHaveLength(1);
		});
	});
}
