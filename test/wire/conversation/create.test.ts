import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { statuses } from '../../support/results';
import { useLiveDesk } from '../../support/useLiveDesk';
import { VALUE } from '../badValues/refuses';
import { sentOnce } from '../support/sentOnce';

const desk = useLiveDesk();
const conversation = { resource: 'conversation', operation: 'create', inboxId: '523' };

/** A contact that LiveDesk has already. */
const newContact = () => desk.sandbox.addContact({ name: 'Alice', inboxId: 523 });

const sentFor = async (parameters: IDataObject, json?: IDataObject) =>
	await sentOnce(desk, { ...conversation, ...parameters }, json);

describe('Create a conversation', () => {
	test.each([
		['a number', (id: number) => id],
		['text', (id: number) => String(id)],
	])('sends a contact as an integer, given as %s', async (_, given) => {
		const { id } = newContact();
		const { request, body, output } = await sentFor({ contactId: VALUE }, { value: given(id) });
		expect(`${request.method} ${request.path}`).toBe('POST /api/v2/accounts/conversations');
		expect(body).toBe(`{"inbox_id":523,"contact_id":${id}}`);
		expect(output).toEqual({
			id: expect.any(Number),
			conversation_id: output.id,
			inbox_id: 523,
			contact_id: id,
			status: 'open',
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
		});
	});

	// n8n itself drops what a choice hides, unless an expression makes the choice.
	test.each(['sourceId', '={{ "sourceId" }}'])(
		'sends a source, and not the contact that was typed before: %s',
		async (contactBy) => {
			const { id, source_id: sourceId } = newContact();
			const { body } = await sentFor({ contactBy, sourceId, contactId: String(id) });
			expect(body).toBe(`{"inbox_id":523,"source_id":"${sourceId}"}`);
		},
	);

	test.each(['contactId', '={{ "contactId" }}'])(
		'sends a contact, and not the source that was typed before: %s',
		async (contactBy) => {
			const { id, source_id: sourceId } = newContact();
			const { body } = await sentFor({ contactBy, sourceId, contactId: String(id) });
			expect(body).toBe(`{"inbox_id":523,"contact_id":${id}}`);
		},
	);

	test('outputs all as it came, without Simplify', async () => {
		const body = { id: 9, inbox_id: 523, messages: [], status: 'open' };
		const { id } = newContact();
		desk.sandbox.script({ kind: 'conversation', status: 200, body });
		const { output } = await sentFor({ contactId: id, simplify: false });
		expect(output).toEqual(body);
	});
});

test('Create names a contact that LiveDesk does not know', async () => {
	const { error } = await desk.send({ parameters: { ...conversation, contactId: '999999' } });
	expect(error?.httpCode).toBe('404');
	expect(statuses(desk.sandbox)).toEqual([404]);
});

test('the names of the fields lead many items from contacts to conversations to messages', async () => {
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
