import { ALICE, bodies, bodyInNote, requests, sentTo, told, type Examples } from './examples';
import { API_CUSTOMER, created, failedLater, fromCustomer, useCalls } from './events';

export function reply(examples: Examples): void {
	const { example, n8n } = examples;
	describe('reply to a customer', () => {
		const thanks = {
			en: 'Thank you for your message. An agent will answer within an hour.',
			th: 'ขอบคุณที่ติดต่อเราค่ะ เจ้าหน้าที่จะตอบกลับภายใน 1 ชั่วโมง',
		};
		const call = useCalls(examples, 5, 'livedesk');

		test.each([
			['in English', String(fromCustomer.content), thanks.en],
			['in Thai', 'ออเดอร์ของผมถึงไหนแล้วครับ', thanks.th],
		])('the example quotes the message and answers it once, %s', async (_, content, answer) => {
			const { status, items } = await call({ ...fromCustomer, content });
			expect(status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{ content: answer, content_attributes: { in_reply_to: fromCustomer.id } },
			]);
			expect(told(items('Reply'))).toEqual([sentTo(API_CUSTOMER, 0)]);
		});

		test('the example answers what its note has a person send', async () => {
			const { status, items } = await call(bodyInNote(example(5)));
			expect(status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{ content: thanks.en, content_attributes: { in_reply_to: 29 } },
			]);
			expect(told(items('Reply'))).toEqual([sentTo(ALICE, 0)]);
		});

		test.each([
			['a new conversation', created],
			['a delivery that failed later', failedLater],
			['an update of what the customer wrote', { ...fromCustomer, event: 'message_updated' }],
			['the message of an agent', { ...fromCustomer, message_type: 'outgoing' }],
			['a private note', { ...fromCustomer, message_type: 'outgoing', private: true }],
			['something that is no event', {}],
		])('the example says nothing to %s', async (_, body) => {
			const { status, items } = await call(body);
			expect(status).toBe('success');
			expect(items('Only New Messages of Customers')).toEqual([]);
			expect(requests(n8n())).toEqual([]);
		});

		test('the example does not answer itself', async () => {
			await call(fromCustomer);
			const [{ id, content }] = n8n().sandbox.messages(API_CUSTOMER);
			await call({ ...fromCustomer, id, content, message_type: 'outgoing', status: 'sent' });
			expect(requests(n8n())).toEqual([`text ${API_CUSTOMER} `]);
		});
	});
}
