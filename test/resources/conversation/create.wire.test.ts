import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../support/livedesk';
import { onlyRequest, running } from '../running';

const desk = running();
const conversation = { resource: 'conversation', operation: 'create', inboxId: '523' };

/** A contact as the node creates it; the sandbox's journal does not show it. */
async function newContact(): Promise<{ id: number; source_id: string }> {
	const parameters = { resource: 'contact', operation: 'create', inboxId: '523', name: 'Alice' };
	const { items } = await desk.send({ parameters });
	desk.sandbox.reset();
	return items[0].json as { id: number; source_id: string };
}

async function sentFor(parameters: IDataObject, json: IDataObject = {}) {
	const { items } = await desk.send({
		parameters: { ...conversation, ...parameters },
		items: [json],
	});
	const request = onlyRequest(desk);
	expect(request).toMatchObject({ method: 'POST', kind: 'conversation' });
	expect(items).toHaveLength(1);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	return { body: request.rawBody, output: items[0].json };
}

describe('sends an inbox and either contact or source, to the letter', () => {
	test.each([
		['a number', (id: number) => id],
		['a text', (id: number) => String(id)],
	])('a contact as an integer, from %s', async (_, given) => {
		const { id } = await newContact();
		const { body } = await sentFor({ contactId: '={{ $json.id }}' }, { id: given(id) });
		expect(body).toBe(`{"inbox_id":523,"contact_id":${id}}`);
	});

	// n8n itself drops what a choice hides, unless an expression makes the choice.
	test.each(['sourceId', '={{ "sourceId" }}'])(
		'a source, and not the contact that was typed before: %s',
		async (contactBy) => {
			const { id, source_id: sourceId } = await newContact();
			const { body } = await sentFor({ contactBy, sourceId, contactId: String(id) });
			expect(body).toBe(`{"inbox_id":523,"source_id":"${sourceId}"}`);
		},
	);

	test.each(['contactId', '={{ "contactId" }}'])(
		'a contact, and not the source that was typed before: %s',
		async (contactBy) => {
			const { id, source_id: sourceId } = await newContact();
			const { body } = await sentFor({ contactBy, sourceId, contactId: String(id) });
			expect(body).toBe(`{"inbox_id":523,"contact_id":${id}}`);
		},
	);
});

const inboxOf = { inbox_id: 523 };

test.each<[what: string, reply: IDataObject, json: (id: number) => IDataObject]>([
	[
		'tells just its ID',
		{ id: 7 },
		(id) => ({ id: 7, conversation_id: 7, ...inboxOf, contact_id: id }),
	],
	[
		'tells the contact as sender',
		{ id: 'c-7', meta: { sender: { id: 43 } }, created_at: 0 },
		() => ({
			id: 'c-7',
			conversation_id: 'c-7',
			...inboxOf,
			contact_id: 43,
			created_at: '1970-01-01T00:00:00.000Z',
		}),
	],
	[
		'tells more than matters',
		{ id: 7, inbox_id: 80, contact_id: 44, status: 'pending', messages: [], can_reply: true },
		() => ({ id: 7, conversation_id: 7, inbox_id: 80, contact_id: 44, status: 'pending' }),
	],
])('outputs of a reply that %s just what matters, or all as it came', async (_, reply, json) => {
	const { id } = await newContact();
	const contactId = String(id);
	desk.sandbox.script({ body: reply });
	expect((await sentFor({ contactId })).output).toStrictEqual(json(id));
	desk.sandbox.reset();
	desk.sandbox.script({ body: reply });
	expect((await sentFor({ contactId, simplify: false })).output).toStrictEqual(reply);
});

test('leads many items from contacts to conversations to messages by the names of their fields', async () => {
	const names = ['Alice', 'สมชาย', 'Bob'];
	const base = { operation: 'create', inboxId: '={{ $json.inbox_id }}' };
	const contacts = await desk.send({
		parameters: { ...base, resource: 'contact', name: '={{ $json.name }}' },
		items: names.map((name) => ({ name, inbox_id: 523 })),
	});
	const conversations = await desk.send({
		parameters: { ...base, resource: 'conversation', contactId: '={{ $json.id }}' },
		items: contacts.items.map(({ json }) => json),
	});
	const { items } = await desk.send({
		parameters: { conversationId: byId('={{ $json.conversation_id }}'), content: 'Hello' },
		items: conversations.items.map(({ json }) => json),
	});
	const ids = conversations.items.map(({ json }) => json.conversation_id as number);
	expect(new Set(ids).size).toBe(3);
	expect(items).toMatchObject(
		ids.map((id, item) => ({ json: { conversation_id: id }, pairedItem: { item } })),
	);
	for (const id of ids) expect(desk.sandbox.journal.texts(id)).toEqual(['Hello']);
});
