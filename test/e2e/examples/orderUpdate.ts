import { ALICE, bodies, sentTo, SOMCHAI, told, type Examples } from './examples';

export function orderUpdate({ n8n, run }: Examples): void {
	describe('order update', () => {
		test('the example writes to each customer in their language, in the order of the rows', async () => {
			const { status, items } = await run(1);
			expect(status).toBe('success');
			expect(n8n().sandbox.journal.texts(SOMCHAI)).toEqual([
				'สวัสดีค่ะคุณสมชาย ออเดอร์ #456 (โคมไฟตั้งโต๊ะ) จัดส่งแล้วค่ะ\nเลขพัสดุ: TH0456\nคาดว่าจะได้รับวันที่ 1 ธันวาคม',
				'สวัสดีค่ะคุณสมชาย ออเดอร์ #461 (เก้าอี้ไม้) จัดส่งแล้วค่ะ\nเลขพัสดุ: TH0461\nคาดว่าจะได้รับวันที่ 4 ธันวาคม',
			]);
			expect(n8n().sandbox.journal.texts(ALICE)).toEqual([
				'Hello Alice, your order #457 (desk lamp) has shipped.\nTracking number: GB0457\nIt should arrive on 3 December.',
			]);
			expect(told(items('Update in Thai'))).toEqual([sentTo(SOMCHAI, 0), sentTo(SOMCHAI, 1)]);
			expect(told(items('Update in English'))).toEqual([sentTo(ALICE, 0)]);
			expect(bodies(n8n()).map((body) => Object.keys(body as object))).toEqual(
				Array(3).fill(['content']),
			);
		});
	});
}
