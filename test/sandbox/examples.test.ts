import examples from '../fixtures/examples.json';
import webhookEvents from '../fixtures/webhook-events.json';
import { fileForm } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

interface Example {
	name: string;
	fragment?: string;
	operation?: string;
	request?: { method: string; path: string; query?: Record<string, string>; body?: object };
	response?: object;
	body?: unknown;
}

const context = useSandbox({
	conversations: [
		{ id: 141, contact: { name: 'support', email: 'support@engagelab.com' } },
		{ id: 89, inboxId: 523, contact: { name: 'Test' } },
	],
});
const all = examples as Example[];
const example = (name: string) => all.find((entry) => entry.name === name)!;
const fragments = all.filter(({ fragment }) => fragment);

const names = (value: object) => Object.keys(value).sort();
const shapes = (value: object) =>
	Object.entries(value).map(([key, entry]) => [key, entry === null ? null : typeof entry]);

test('the sandbox answers the documented text with the documented fields', async () => {
	const { request, response } = example('text reply');
	const { status, body } = await context.desk.message(141, request!.body);
	expect(status).toBe(200);
	expect(shapes(body as object)).toEqual(shapes(response!));
	expect(body).toMatchObject({
		...response,
		created_at: expect.any(Number),
		content_attributes: { in_reply_to: 29 },
		sorting_id: 1,
	});
});

test('the sandbox answers the documented image with the documented fields', async () => {
	const { response } = example('image with caption');
	const form = fileForm(['android-icon-48x48.png', 'image/png', 'image']);
	form.append('content', 'รายละเอียดของรูปภาพมีดังนี้');
	const { status, body } = await context.desk.form(141, form);
	const documented = response as { attachments: object[] };
	const replied = body as { attachments: object[]; content: string };
	expect(status).toBe(200);
	expect(names(replied)).toEqual(names(documented));
	expect(shapes(replied.attachments[0])).toEqual(shapes(documented.attachments[0]));
	expect(replied.content).toBe('รายละเอียดของรูปภาพมีดังนี้');
});

test('the sandbox answers the documented template with just the documented fields', async () => {
	const { request, response } = example('template with header, footer and button');
	const { status, body } = await context.desk.message(141, request!.body);
	expect(status).toBe(200);
	expect(body).toEqual({ ...response, id: 3030 });
});

test('the sandbox answers a template that WhatsApp refuses with just the documented fields', async () => {
	const { response } = example('template refused by WhatsApp');
	const { external_error: failed } = (
		response as { content_attributes: { external_error: string } }
	).content_attributes;
	context.sandbox.script({ kind: 'template', failed });
	const template = example('template with header, footer and button').request!.body;
	const { status, body } = await context.desk.message(141, template);
	expect(status).toBe(200);
	expect(body).toEqual({ ...response, id: 3030 });
});

test.each(fragments)(
	'the sandbox takes the documented $name of a template',
	async ({ fragment, body }) => {
		const { status } = await context.desk.message(141, {
			content: 'Hello',
			message_type: 'outgoing',
			template_params: { name: 'order_update', language: 'en_US', [fragment!]: body },
		});
		expect(status).toBe(200);
		const [message] = context.sandbox.messages(141);
		expect(message.additional_attributes!.template_params).toHaveProperty(fragment!, body);
	},
);

const contactRequests = ['search contacts', 'list contacts', 'update contact'].map(example);
const statusRequests = ['resolve a conversation', 'snooze a conversation'].map(example);

test.each([...contactRequests, ...statusRequests])(
	'the sandbox takes the documented request to $name',
	async ({ request }) => {
		const { method, path, query, body } = request!;
		const url = path.replace(':conversation_id', '141').replace(':id', '1');
		const reply = await context.desk.send(
			query ? `${url}?${new URLSearchParams(query)}` : url,
			body ? JSON.stringify(body) : null,
			{ method, headers: body ? { 'content-type': 'application/json' } : {} },
		);
		expect(reply.status).toBe(200);
	},
);

test.each(['search contacts', 'list contacts'])(
	'the sandbox answers the documented request to %s with the documented fields',
	async (name) => {
		const { request, response } = example(name);
		const documented = response as { meta: object; payload: object[] };
		const { body } = await context.desk.contacts(request!.query);
		const { meta, payload } = body as { meta: object; payload: object[] };
		expect(shapes(meta)).toEqual(shapes(documented.meta));
		expect(names(payload[0])).toEqual(expect.arrayContaining(names(documented.payload[0])));
	},
);

test('the sandbox keeps what a webhook tells of a customer and of a failure', () => {
	const [, created, updated] = webhookEvents.map(({ body }) => body);
	const { content, id } = created as { content: string; id: number };
	const incoming = context.sandbox.addMessage(89, { id, content, message_type: 0 });
	expect(incoming).toMatchObject({ id, content, conversation_id: 89, inbox_id: 523 });
	expect(incoming.sender).toMatchObject({ name: 'Test', type: 'contact' });
	const { status, content_attributes: attributes } = updated as {
		status: string;
		content_attributes: { external_error: string };
	};
	context.sandbox.addMessage(89, { status, content_attributes: attributes });
	expect(context.sandbox.messages(89).map((message) => message.status)).toEqual(['sent', 'failed']);
	expect(context.sandbox.messages(89)[1].content_attributes).toEqual(attributes);
});
