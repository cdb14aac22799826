import { ALICE, requests, sentTo, SOMCHAI, told, type Examples } from './examples';

export function resolve({ n8n, run }: Examples): void {
	describe('resolve when delivered', () => {
		const statuses = () => [SOMCHAI, ALICE].map((id) => n8n().sandbox.status(id).status);

		test('the example tells the customer of what has been delivered, then resolves the conversation', async () => {
			n8n().sandbox.restore();
			const { status, items } = await run(9);
			expect(status).toBe('success');
			expect(requests(n8n())).toEqual([`text ${SOMCHAI} `, `status ${SOMCHAI} `]);
			expect(told(items('Tell the Customer'))).toEqual([sentTo(SOMCHAI, 0)]);
			expect(told(items('Resolve Conversation'))).toEqual([
				{
					json: expect.objectContaining({ conversation_id: SOMCHAI, status: 'resolved' }),
					pairedItem: { item: 0 },
				},
			]);
			expect(statuses()).toEqual(['resolved', 'open']);
		});

		test('the example leaves a resolved conversation resolved the second time', async () => {
			n8n().sandbox.restore();
			await run(9);
			expect((await run(9)).status).toBe('success');
			expect(statuses()).toEqual(['resolved', 'open']);
		});

		test('the example resolves nothing where the customer was not told', async () => {
			n8n().sandbox.restore();
			n8n().sandbox.script({ conversation: SOMCHAI, failed: '131047: Re-engagement message' });
			const { status, items } = await run(9);
			expect(status).toBe('success');
			expect(items('Stays Open')).toHaveLength(1);
			expect(requests(n8n())).toEqual([`text ${SOMCHAI} `]);
			expect(statuses()).toEqual(['open', 'open']);
		});
	});
}
