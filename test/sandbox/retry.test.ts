import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const failed = '131047: Re-engagement message is not allowed';

test('the sandbox sends a failed message again, and forgets the reason', async () => {
	context.sandbox.script({ failed });
	const attributes = { in_reply_to: 29 };
	await context.desk.message(141, { content: 'Hello', content_attributes: attributes });
	const { body } = await context.desk.retry(141, 3030);
	expect(body).toMatchObject({ id: 3030, content: 'Hello', status: 'sent' });
	expect(context.sandbox.messages(141)).toEqual([body]);
	expect(context.sandbox.messages(141)[0].content_attributes).toEqual(attributes);
});

test('the sandbox fails again for a scripted reason', async () => {
	context.sandbox.addMessage(141, {
		status: 'failed',
		content_attributes: { external_error: failed },
	});
	context.sandbox.script({ kind: 'retry', failed: '131026: Message undeliverable' });
	const { status, body } = await context.desk.retry(141, 3030);
	expect(status).toBe(200);
	expect(body).toMatchObject({
		status: 'failed',
		content_attributes: { external_error: '131026: Message undeliverable' },
	});
});

test('the sandbox changes nothing about a message that has not failed', async () => {
	const { body } = await context.desk.message(141, { content: 'Hello' });
	context.sandbox.script({ kind: 'retry', failed });
	expect((await context.desk.retry(141, 3030)).body).toEqual(body);
});

test('the sandbox replies a template with its name, language and category', async () => {
	const params = { name: 'hello', language: 'th', namespace: 'acme' };
	context.sandbox.script({ failed });
	const template = { content: 'Hi', message_type: 'outgoing', template_params: params };
	await context.desk.message(141, template);
	const { body } = await context.desk.retry(141, 3030);
	const summary = { name: 'hello', language: 'th' };
	expect(body).toMatchObject({ content: 'Hi', status: 'sent' });
	expect(body).toHaveProperty('additional_attributes', { template_params: summary });
});

test.each([
	['an unknown message', 141, '3031'],
	['a message of another conversation', 142, '3030'],
	['an unknown conversation', 999, '3030'],
	['an id that is no number', 141, 'last'],
])('the sandbox does not find %s', async (_, conversation, message) => {
	context.sandbox.addMessage(141, { status: 'failed' });
	const reply = await context.desk.retry(conversation, message);
	expect(reply).toMatchObject({ status: 404, body: { error: 'Resource could not be found' } });
	expect(context.sandbox.messages(141)[0].status).toBe('failed');
});
