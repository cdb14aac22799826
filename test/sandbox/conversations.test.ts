import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const contacts = '/api/v2/accounts/contacts';
const conversations = '/api/v2/accounts/conversations';

interface ContactReply {
	payload: { contact: { id: number }; contact_inbox: { source_id: string } };
}

async function newContact(fields: object = {}): Promise<ContactReply['payload']> {
	const { status, body } = await context.desk.json(contacts, { inbox_id: 79, ...fields });
	expect(status).toBe(200);
	return (body as ContactReply).payload;
}

test('the sandbox creates a contact and replies it with its inbox', async () => {
	const fields = {
		name: 'มานะ',
		email: 'mana@example.com',
		phone_number: '+66811111111',
		identifier: 'crm-1',
	};
	const payload = await newContact({ ...fields, avatar_url: 'https://example.com/a.png' });
	expect(payload).toEqual({
		contact: {
			...fields,
			additional_attributes: {},
			availability_status: 'offline',
			id: expect.any(Number),
			thumbnail: 'https://example.com/a.png',
			blocked: false,
			first_name: '',
			last_name: '',
			last_activity_at: null,
			custom_attributes: {},
			created_at: expect.any(Number),
		},
		contact_inbox: {
			inbox: { id: 79, name: 'WhatsApp', channel_type: 'Channel::Whatsapp' },
			source_id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
		},
	});
});

test.each([
	['no inbox', {}, 'inbox_id'],
	['an inbox in text', { inbox_id: '79' }, 'inbox_id'],
	['an unknown inbox', { inbox_id: 1 }, 'inbox_id'],
	['a local phone number', { inbox_id: 79, phone_number: '0812345678' }, 'phone_number'],
	['an email without a host', { inbox_id: 79, email: 'alice' }, 'email'],
	['a relative avatar', { inbox_id: 79, avatar_url: 'a.png' }, 'avatar_url'],
	['an unknown key', { inbox_id: 79, phone: '+66812345670' }, 'phone'],
])('the sandbox refuses a contact with %s', async (_, sent, field) => {
	const reply = await context.desk.json(contacts, sent);
	expect(reply).toMatchObject({ status: 422, body: { attributes: [field] } });
});

test('the sandbox starts a conversation with a contact, which then takes messages', async () => {
	const { contact } = await newContact({ name: 'Bo' });
	const sent = { inbox_id: 79, contact_id: contact.id };
	const { status, body } = await context.desk.json(conversations, sent);
	expect(status).toBe(200);
	expect(body).toEqual({
		id: expect.any(Number),
		inbox_id: 79,
		contact_id: contact.id,
		status: 'open',
		created_at: expect.any(Number),
		messages: [],
		meta: { sender: expect.objectContaining({ name: 'Bo' }), channel: 'Channel::Whatsapp' },
		can_reply: true,
		unread_count: 0,
	});
	const { id } = body as { id: number };
	const message = await context.desk.message(id, { content: 'Hello' });
	expect(message.body).toMatchObject({ conversation_id: id, inbox_id: 79 });
});

test('the sandbox starts a conversation by the source id of its inbox', async () => {
	const { contact, contact_inbox: place } = await newContact();
	const sent = { inbox_id: 79, source_id: place.source_id };
	const { body } = await context.desk.json(conversations, sent);
	expect(body).toMatchObject({ contact_id: contact.id });
	const elsewhere = await context.desk.json(conversations, { ...sent, inbox_id: 80 });
	expect(elsewhere.status).toBe(404);
});

test.each([
	['no inbox', { contact_id: 1 }, ['inbox_id']],
	['an unknown inbox', { inbox_id: 1, contact_id: 1 }, ['inbox_id']],
	['nobody to talk to', { inbox_id: 79 }, ['contact_id', 'source_id']],
	[
		'two ways to name the contact',
		{ inbox_id: 79, contact_id: 1, source_id: 'a' },
		['contact_id', 'source_id'],
	],
	['a contact in text', { inbox_id: 79, contact_id: '1' }, ['contact_id']],
	['an unknown key', { inbox_id: 79, contact_id: 1, message: {} }, ['message']],
])('the sandbox refuses a conversation with %s', async (_, sent, attributes) => {
	const reply = await context.desk.json(conversations, sent);
	expect(reply).toMatchObject({ status: 422, body: { attributes } });
});

test.each([{ contact_id: 999_999 }, { source_id: 'unknown' }])(
	'the sandbox does not find the contact of %j',
	async (contact) => {
		const reply = await context.desk.json(conversations, { inbox_id: 79, ...contact });
		expect(reply).toMatchObject({ status: 404, body: { error: 'Resource could not be found' } });
	},
);
