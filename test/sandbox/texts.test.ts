import { useSandbox } from '../support/useSandbox';

const context = useSandbox({ conversations: [{ id: '141' }, { id: 'vip_7-a', inboxId: 900 }] });
const messages = '/api/v2/accounts/conversations/141/messages';

test('the sandbox replies and keeps what was sent', async () => {
	const attributes = { in_reply_to: 29, items: [{ title: 'ก' }] };
	const sent = { content: 'สวัสดี', private: true, content_attributes: attributes };
	const { body } = await context.desk.message(141, sent);
	expect(body).toMatchObject({ ...sent, id: 3030, conversation_id: 141, inbox_id: 79 });
	expect(context.sandbox.messages(141)).toEqual([body]);
});

test('the sandbox replies an empty content_attributes and a public message when nothing is said', async () => {
	const { body } = await context.desk.message(141, { content: 'Hello' });
	expect(body).toMatchObject({ private: false, content_attributes: {}, status: 'sent' });
});

test('the sandbox gives the time in seconds', async () => {
	const before = Math.floor(Date.now() / 1000);
	const { body } = await context.desk.message(141, { content: 'Hello' });
	const { created_at: at } = body as { created_at: number };
	expect(at).toBeGreaterThanOrEqual(before);
	expect(at).toBeLessThanOrEqual(Date.now() / 1000);
});

test('the sandbox counts ids over all conversations and sorting ids within each', async () => {
	await context.desk.message(141, { content: 'one' });
	const other = await context.desk.message('vip_7-a', { content: 'two' });
	const last = await context.desk.message(141, { content: 'three' });
	expect(other.body).toMatchObject({ id: 3031, sorting_id: 1 });
	expect(last.body).toMatchObject({ id: 3032, sorting_id: 2 });
});

test('the sandbox replies a conversation id of letters as a string', async () => {
	const { body } = await context.desk.message('vip_7-a', { content: 'Hello' });
	expect(body).toMatchObject({ conversation_id: 'vip_7-a', inbox_id: 900 });
});

test.each([
	['no content', {}, 'content'],
	['an empty content', { content: '' }, 'content'],
	['a number as content', { content: 5 }, 'content'],
	['null as content', { content: null }, 'content'],
	['an unknown key', { content: 'x', echo_id: '1' }, 'echo_id'],
	['a key of a prototype', { content: 'x', constructor: '1' }, 'constructor'],
	['a string as private', { content: 'x', private: 'true' }, 'private'],
	['null as private', { content: 'x', private: null }, 'private'],
	['an array of attributes', { content: 'x', content_attributes: [] }, 'content_attributes'],
	['null as attributes', { content: 'x', content_attributes: null }, 'content_attributes'],
	[
		'a string as the message answered',
		{ content: 'x', content_attributes: { in_reply_to: '29' } },
		'content_attributes.in_reply_to',
	],
	[
		'a fraction as the message answered',
		{ content: 'x', content_attributes: { in_reply_to: 2.5 } },
		'content_attributes.in_reply_to',
	],
	['an array', [], ''],
	['null', null, ''],
	['a bare string', 'Hello', ''],
])('the sandbox refuses %s', async (_, sent, field) => {
	const { status, body } = await context.desk.message(141, sent);
	expect(status).toBe(422);
	expect(body).toEqual({ message: expect.any(String), attributes: [field] });
	expect(context.sandbox.messages(141)).toEqual([]);
});

const notUtf8 = Buffer.concat([Buffer.from('{"content":"'), Buffer.of(0xe0), Buffer.from('"}')]);

test.each(['{"content":', '', '{"content":"x"}\u0000', notUtf8])(
	'the sandbox refuses %j, which is not JSON',
	async (sent) => {
		const headers = { 'content-type': 'application/json' };
		const reply = await context.desk.send(messages, sent, { headers });
		expect(reply).toMatchObject({ status: 400, body: { error: expect.any(String) } });
	},
);

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'nonsense'])(
	'the sandbox refuses the content type %s',
	async (type) => {
		const headers = { 'content-type': type };
		const reply = await context.desk.send(messages, '{"content":"x"}', { headers });
		expect(reply).toMatchObject({ status: 415, body: { error: expect.any(String) } });
	},
);

test('the sandbox takes JSON with a charset', async () => {
	const headers = { 'content-type': 'application/json; charset=utf-8' };
	const reply = await context.desk.send(messages, '{"content":"x"}', { headers });
	expect(reply.status).toBe(200);
});
