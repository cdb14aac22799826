import { ALICE, bodies, bodyInNote, requests, type Examples } from './examples';
import { API_CUSTOMER, created, failedLater, fromCustomer, useCalls } from './events';

export function failedDeliveries(examples: Examples): void {
	const { example, n8n } = examples;
	describe('watch for failed deliveries', () => {
		const call = useCalls(examples, 10, 'livedesk-failed');
		const toAgents = (conversation: number) => [`text ${conversation} `, `status ${conversation} `];

		test('the example leaves agents a note with the reason once, and opens the conversation', async () => {
			expect((await call(failedLater)).status).toBe('success');
			const [note, opened] = bodies(n8n());
			expect(note).toEqual({
				content:
					'Message 3041 did not reach the customer:\nYour order has shipped\n\n131047: Re-engagement message',
				private: true,
			});
			expect(opened).toEqual({ status: 'open' });
			expect(requests(n8n())).toEqual(toAgents(API_CUSTOMER));

			const again = await call(failedLater);
			expect(again.status).toBe('success');
			expect(again.items('Once for Each Message')).toEqual([]);
			expect(requests(n8n())).toEqual(toAgents(API_CUSTOMER));
		});

		test('the example takes what its note has a person send, for a file and a failure without a reason too', async () => {
			const { content, content_attributes, ...body } = bodyInNote(example(10));
			expect((await call({ ...body, content, content_attributes })).status).toBe('success');
			expect((await call({ ...body, id: 1 })).status).toBe('success');
			expect(requests(n8n())).toEqual([...toAgents(ALICE), ...toAgents(ALICE)]);
			expect(bodies(n8n())[2]).toEqual({
				content: 'Message 1 did not reach the customer:\n(a file)\n\nThe channel gave no reason.',
				private: true,
			});
		});

		test.each([
			['a new conversation', created],
			['a message of a customer', fromCustomer],
			['a delivery that went well', { ...failedLater, id: 2, status: 'delivered' }],
			['its own note', { ...failedLater, id: 3, private: true }],
			['something that is no event', {}],
		])('the example says nothing to %s', async (_, body) => {
			const { status, items } = await call(body);
			expect(status).toBe('success');
			expect(items('Only Failed Deliveries')).toEqual([]);
			expect(requests(n8n())).toEqual([]);
		});
	});
}
