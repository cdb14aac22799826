import { fileForm } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const control = (name: string, value: unknown) => context.desk.json(`/_sandbox/${name}`, value);

test('the sandbox takes a rule of trouble over HTTP, for ever if it says so', async () => {
	const rule = { status: 429, retryAfter: 1, times: 'Infinity' };
	expect((await control('script', rule)).status).toBe(204);
	for (let sent = 0; sent < 3; sent++) {
		expect((await context.desk.message(141, { content: 'x' })).status).toBe(429);
	}
});

test.each([{ status: '500' }, { unknown: 1 }, [], null])(
	'the sandbox refuses the rule %j over HTTP',
	async (rule) => {
		const reply = await control('script', rule);
		expect(reply).toMatchObject({ status: 422, body: { message: expect.any(String) } });
	},
);

test('the sandbox takes commands as JSON only, which no form of another site can send', async () => {
	const headers = { 'content-type': 'text/plain' };
	const reply = await context.desk.send('/_sandbox/script', '{"status":500}', { headers });
	expect(reply.status).toBe(415);
});

test('the sandbox shows the journal', async () => {
	await context.desk.message(141, { content: 'Hello' });
	const { body } = await context.desk.get('/_sandbox/journal');
	expect(body).toEqual(JSON.parse(JSON.stringify(context.sandbox.journal.entries)));
	expect(body).toHaveLength(2);
});

test('the sandbox shows conversations with contacts and messages', async () => {
	await context.desk.message(142, { content: 'Hello' });
	const { body } = await context.desk.get('/_sandbox/conversations');
	expect(body).toMatchObject([
		{
			id: 141,
			inbox_id: 79,
			channel: 'Channel::Whatsapp',
			contact: { name: 'สมชาย ใจดี', phone_number: '+66812345678' },
			messages: [],
		},
		{
			id: 142,
			inbox_id: 80,
			channel: 'Channel::WebWidget',
			contact: { name: 'Alice Miller', email: 'alice@example.com' },
			messages: [{ content: 'Hello' }],
		},
	]);
});

test('the sandbox shows contacts with what starts a conversation with them', async () => {
	const fields = { name: 'มานะ', email: 'mana@example.com', phone_number: '+66811111111' };
	const { body } = await context.desk.json('/api/v2/accounts/contacts', {
		inbox_id: 523,
		...fields,
	});
	const { payload } = body as {
		payload: { contact: { id: number }; contact_inbox: { source_id: string } };
	};
	const contacts = (await context.desk.get('/_sandbox/contacts')).body as object[];
	expect(contacts.slice(0, 2)).toMatchObject([{ name: 'สมชาย ใจดี' }, { name: 'Alice Miller' }]);
	expect(contacts.slice(2)).toEqual([
		expect.objectContaining({
			...fields,
			id: payload.contact.id,
			inbox_id: 523,
			channel: 'Channel::Api',
			source_id: payload.contact_inbox.source_id,
		}),
	]);
});

test('the sandbox adds a conversation over HTTP', async () => {
	const seed = { id: '200', channel: 'api', contact: { name: 'Bo' } };
	const added = await control('conversations', seed);
	expect(added).toMatchObject({ status: 200, body: { id: 200, contact: { name: 'Bo' } } });
	const { body } = await context.desk.message(200, { content: 'Hello' });
	expect(body).toMatchObject({ conversation_id: 200, inbox_id: 523 });
	expect(await control('conversations', seed)).toMatchObject({ status: 422 });
});

test.each([{}, { id: 'a/b' }, { id: 0 }, { id: '' }, { id: 300, channel: 'sms' }, { id: 1, x: 1 }])(
	'the sandbox refuses the conversation %j over HTTP',
	async (seed) => {
		expect((await control('conversations', seed)).status).toBe(422);
	},
);

test('the sandbox forgets messages, journal, script and files over HTTP, and keeps conversations', async () => {
	const { desk, sandbox } = context;
	await desk.form(141, fileForm(['a', 'a/b', 'c']));
	await control('script', { status: 500 });
	expect((await desk.send('/_sandbox/reset')).status).toBe(204);
	expect(sandbox.journal.entries).toEqual([]);
	expect(sandbox.messages(141)).toEqual([]);
	expect(() => sandbox.file(199)).toThrow();
	expect(await desk.message(141, { content: 'x' })).toMatchObject({ body: { id: 3030 } });
});
