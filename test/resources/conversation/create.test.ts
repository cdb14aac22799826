import type { IDataObject } from 'n8n-workflow';
import { VALUE } from '../badInput';
import { onlyRequest, running } from '../running';

const desk = running();
const conversation = { resource: 'conversation', operation: 'create', inboxId: '523' };

/** A new contact, made by the node itself; the sandbox's journal does not show it. */
async function contact(): Promise<IDataObject> {
	const { items } = await desk.send({
		parameters: { resource: 'contact', operation: 'create', inboxId: 523, name: 'Alice' },
	});
	desk.sandbox.journal.clear();
	return items[0].json;
}

test('starts a conversation with a contact, and gives its ID under both names', async () => {
	const { id } = await contact();
	const { items, error } = await desk.send({
		parameters: { ...conversation, contactId: '={{ $json.id }}', sourceId: 'left over' },
		items: [{ id }],
	});
	expect(error).toBeUndefined();
	const request = onlyRequest(desk);
	expect(request.path).toBe('/api/v2/accounts/conversations');
	expect(request.rawBody).toBe(JSON.stringify({ inbox_id: 523, contact_id: id }));
	const made = items[0].json.id;
	expect(items).toEqual([
		{
			json: {
				id: expect.any(Number),
				conversation_id: made,
				inbox_id: 523,
				contact_id: id,
				status: 'open',
				created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			},
			pairedItem: { item: 0 },
		},
	]);
});

test("starts a conversation by the channel's own ID of the contact", async () => {
	const { source_id } = await contact();
	const { items } = await desk.send({
		parameters: { ...conversation, contactBy: 'sourceId', sourceId: VALUE, contactId: '1' },
		items: [{ value: source_id }],
	});
	expect(onlyRequest(desk).body).toEqual({ inbox_id: 523, source_id });
	expect(items[0].json).toHaveProperty('conversation_id');
});

test("gives LiveDesk's answer as it came, without Simplify", async () => {
	const body = { id: 9, inbox_id: 523, messages: [], status: 'open' };
	desk.sandbox.script({ kind: 'conversation', status: 200, body });
	const { id } = await contact();
	const { items } = await desk.send({
		parameters: { ...conversation, contactId: id, simplify: false },
	});
	expect(items[0].json).toEqual(body);
});

test('takes what it needs for the next node: contact, conversation, message', async () => {
	const { id } = await contact();
	const { items } = await desk.send({ parameters: { ...conversation, contactId: id } });
	const { items: messages, error } = await desk.send({
		parameters: { conversationId: '={{ $json.conversation_id }}', content: 'Hello' },
		items,
	});
	expect(error).toBeUndefined();
	expect(desk.sandbox.messages(items[0].json.id as number)).toHaveLength(1);
	expect(messages[0].json.conversation_id).toBe(items[0].json.id);
});

test('names a contact that LiveDesk does not know', async () => {
	const { error } = await desk.send({ parameters: { ...conversation, contactId: '999999' } });
	expect(error?.httpCode).toBe('404');
	expect(desk.sandbox.journal.ends().map(({ status }) => status)).toEqual([404]);
});
