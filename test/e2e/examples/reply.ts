/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import webhookEvents from '../../fixtures/webhook-events.json';
import { ALICE, bodies, bodyInNote, requests, sentTo, told, type Examples } from './examples';
import { post, publish, started } from './webhook';

/** The conversation of the documented webhook events. */
const API_CUSTOMER = 89;

export function reply({ example, n8n }: Examples): void {
	describe('reply to a customer', () => {
		const [created, fromCustomer, failedLater] = webhookEvents.map(
			({ body }) => body as IDataObject,
		);
		const thanks = {
			en: 'Thank you for your message. An agent will answer within an hour.',
			th: 'ขอบคุณที่ติดต่อเราค่ะ เจ้าหน้าที่จะตอบกลับภายใน 1 ชั่วโมง',
		};
		let url: string;

		beforeAll(async () => {
			n8n().sandbox.addConversation({ id: API_CUSTOMER, inboxId: 523, contact: { name: 'Test' } });
			await publish(n8n().rest, String(example(5).id));
			url = `${n8n().url}/webhook/livedesk`;
		});

		/** Does what LiveDesk does, and waits for what the workflow does. */
		async function call(body: IDataObject) {
			const before = await started(n8n().rest, String(example(5).id));
			await post(url, body);
			for (;;) {
				const [id] = (await started(n8n().rest, String(example(5).id))).filter(
					(one) => !before.includes(one),
				);
				const execution = id === undefined ? undefined : await n8n().ended(id);
				// n8n 1 saves that an execution has ended a moment before it saves what the nodes have done.
				if (execution?.nodes['LiveDesk Calls']) return execution;
				await wait(40);
			}
		}

		test.each([
			['in English', String(fromCustomer.content), thanks.en],
			['in Thai', 'ออเดอร์ของผมถึงไหนแล้วครับ', thanks.th],
		])('quotes the message and answers it once, %s', async (_, content, answer) => {
			const { status, items } = await call({ ...fromCustomer, content });
			expect(status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{ content: answer, content_attributes: { in_reply_to: fromCustomer.id } },
			]);
			expect(told(items('Reply'))).toEqual([sentTo(API_CUSTOMER, 0)]);
		});

		test('answers what its note has a person send', async () => {
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
		])('says nothing to %s', async (_, body) => {
			const { status, items } = await call(body);
			expect(status).toBe('success');
			expect(items('Only New Messages of Customers')).toEqual([]);
			expect(requests(n8n())).toEqual([]);
		});

		test('does not answer itself', async () => {
			await call(fromCustomer);
			const [{ id, content }] = n8n().sandbox.messages(API_CUSTOMER);
			await call({ ...fromCustomer, id, content, message_type: 'outgoing', status: 'sent' });
			expect(requests(n8n())).toEqual([`text ${API_CUSTOMER} `]);
		});
	});
}
