import { ALICE, bodies, bodyInNote, requests, type Examples } from './examples';
import { API_CUSTOMER, created, failedLater, fromCustomer, useCalls } from './events';

export function router(examples: Examples): void {
	const { example, n8n } = examples;
	describe('router', () => {
		const call = useCalls(examples, 11, 'livedesk-router');

		test('the router welcomes the customer of a new conversation by name', async () => {
			const { status, nodes } = await call(created);
			expect(status).toBe('success');
			expect(Object.keys(nodes).sort()).toEqual(['LiveDesk Calls', 'Welcome', 'What Is It?']);
			expect(bodies(n8n())).toEqual([{ content: 'Hello Test! How can we help you?' }]);
			expect(requests(n8n())).toEqual([`text ${API_CUSTOMER} `]);
		});

		test('the router takes what its note has a person send', async () => {
			expect((await call(bodyInNote(example(11)))).status).toBe('success');
			expect(bodies(n8n())).toEqual([{ content: 'Hello Alice! How can we help you?' }]);
			expect(requests(n8n())).toEqual([`text ${ALICE} `]);
		});

		test('the router leaves agents a note that quotes the files of a customer', async () => {
			const attachments = [{ file_type: 'image' }, { file_type: 'file' }];
			expect((await call({ ...fromCustomer, attachments })).status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{
					content: 'The customer sent 2 file(s): image, file',
					private: true,
					content_attributes: { in_reply_to: fromCustomer.id },
				},
			]);
		});

		test.each([
			['Your Answer', 'a message of a customer', fromCustomer],
			['Your Alarm', 'a delivery that failed later', failedLater],
			['Nothing to Do', 'the message of an agent', { ...fromCustomer, message_type: 'outgoing' }],
			['Nothing to Do', 'a delivery that went well', { ...failedLater, status: 'delivered' }],
			['Nothing to Do', 'something that is no event', {}],
		])('%s gets %s', async (node, _, body) => {
			const { status, nodes } = await call(body);
			expect(status).toBe('success');
			expect(Object.keys(nodes).sort()).toEqual(['LiveDesk Calls', node, 'What Is It?'].sort());
			expect(requests(n8n())).toEqual([]);
		});
	});
}
