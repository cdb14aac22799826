import { bodies, sentTo, SOMCHAI, told, type Examples } from './examples';

export function templates({ n8n, run }: Examples): void {
	describe('WhatsApp templates', () => {
		test('templates are filled in from the rows, by form and by JSON', async () => {
			const { status, items } = await run(3);
			expect(status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{
					content: 'คุณสมชาย ออเดอร์ #461 แพ็กเรียบร้อยแล้วค่ะ',
					message_type: 'outgoing',
					template_params: {
						name: 'order_packed',
						language: 'th',
						category: 'UTILITY',
						processed_params: { customer: 'สมชาย', order: '#461' },
						header_params: { type: 'image', media_url: 'https://example.com/packed-461.jpg' },
						button_params: [{ index: 0, sub_type: 'url', text: 'track/TH0461' }],
					},
				},
				{
					content: 'คุณสมชาย ออเดอร์ #456 จัดส่งแล้วค่ะ',
					message_type: 'outgoing',
					template_params: {
						name: 'order_update',
						language: 'th',
						category: 'UTILITY',
						processed_params: { '1': 'สมชาย', '2': 'จัดส่งแล้ว' },
						header_params: { type: 'text', text_variables: { '1': 'ออเดอร์ #456' } },
						footer_params: { text_variables: { '1': 'Acme Corp' } },
						button_params: [
							{ index: 0, sub_type: 'url', text: 'track/TH0456' },
							{ index: 1, sub_type: 'quick_reply', payload: 'OPT_OUT' },
						],
					},
				},
			]);
			for (const [node, template] of [
				['Template With Photo (JSON)', 'order_packed'],
				['Template With Text (Form)', 'order_update'],
			]) {
				expect(told(items(node))).toEqual([sentTo(SOMCHAI, 0, { template })]);
			}
		});
	});
}
