/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { CREDENTIAL, importInto, readExamples } from '../../real/examples';
import type { Message } from '../../sandbox';
import webhookEvents from '../fixtures/webhook-events.json';
import { startModel, type Model } from './examples/model';
import { post, publish, started } from './examples/webhook';
import { MAJORS, type Instance, type Major } from './support/instance';
import { useInstance } from './support/useInstance';

const SOMCHAI = 141;
const ALICE = 142;
/** The conversation of the documented webhook events. */
const API_CUSTOMER = 89;

/** What each item of an output is made of, and which input item it belongs to. */
const told = (items: Array<{ json: IDataObject; pairedItem?: unknown }>) =>
	items.map(({ json, pairedItem }) => ({ json, pairedItem }));

const sentTo = (conversation: number, item: number, more: IDataObject = {}) => ({
	json: expect.objectContaining({ conversation_id: conversation, status: 'sent', ...more }),
	pairedItem: { item },
});

/** Each request in the order of arrival: its kind, its conversation, and the message that it sends again. */
const requests = ({ sandbox }: Instance) =>
	sandbox.journal
		.starts()
		.map(({ kind, conversation, messageId }) => [kind, Number(conversation), messageId].join(' '));

const bodies = ({ sandbox }: Instance) => sandbox.journal.starts().map(({ body }) => body);

describe.each(MAJORS)('the example workflows in n8n %s', (which: Major) => {
	const n8n = useInstance(which);
	let examples: IWorkflowBase[];
	let model: Model;

	/** The example whose file begins with the number, from its trigger to its end. */
	const run = async (number: number) => await n8n().executeSaved(idOf(number));
	const idOf = (number: number) => String(examples[number - 1]?.id);

	beforeAll(async () => {
		model = await startModel();
		examples = await readExamples();
		const { installation, sandbox } = n8n();
		await importInto(
			installation,
			[...examples, withModel(examples[5])],
			[{ ...CREDENTIAL, data: sandbox.credentials }, modelCredential(model)],
		);
		sandbox.addConversation({ id: API_CUSTOMER, inboxId: 523, contact: { name: 'Test' } });
	});
	afterAll(async () => await model.close());

	test('keep their nodes when they are imported', async () => {
		for (const { id, name, nodes, connections } of examples) {
			const saved = await n8n().rest.call<IWorkflowBase>('GET', `/rest/workflows/${id}`);
			expect(saved).toMatchObject({ id, name, active: false, connections });
			expect(saved.nodes).toEqual(nodes);
		}
	});

	describe('order update', () => {
		test('writes to each customer in their language, in the order of the rows', async () => {
			const { status, items } = await run(1);
			expect(status).toBe('success');
			expect(n8n().sandbox.journal.texts(SOMCHAI)).toEqual([
				'สวัสดีค่ะคุณสมชาย ออเดอร์ #456 (โคมไฟตั้งโต๊ะ) จัดส่งแล้วค่ะ\nเลขพัสดุ: TH0456\nคาดว่าจะได้รับวันที่ 1 ธันวาคม',
				'สวัสดีค่ะคุณสมชาย ออเดอร์ #461 (เก้าอี้ไม้) จัดส่งแล้วค่ะ\nเลขพัสดุ: TH0461\nคาดว่าจะได้รับวันที่ 4 ธันวาคม',
			]);
			expect(n8n().sandbox.journal.texts(ALICE)).toEqual([
				'Hello Alice, your order #457 (desk lamp) has shipped.\nTracking number: GB0457\nIt should arrive on 3 December.',
			]);
			expect(told(items('Update in Thai'))).toEqual([sentTo(SOMCHAI, 0), sentTo(SOMCHAI, 1)]);
			expect(told(items('Update in English'))).toEqual([sentTo(ALICE, 0)]);
			expect(bodies(n8n()).map((body) => Object.keys(body as object))).toEqual(
				Array(3).fill(['content']),
			);
		});
	});

	describe('receipt as a file', () => {
		const receipts = [
			{
				conversation: SOMCHAI,
				caption: 'ใบเสร็จของออเดอร์ #456 ค่ะ',
				fileName: 'receipt-456.txt',
				text: `ใบเสร็จรับเงิน / Receipt
Acme Corp

ออเดอร์ / Order: #456
ลูกค้า / Customer: สมชาย ใจดี

2 × โคมไฟตั้งโต๊ะ: 1180.00
2 × หลอดไฟ LED 9 W: 190.00

รวม / Total: 1370.00 THB
`,
			},
			{
				conversation: ALICE,
				caption: 'Here is the receipt for order #457.',
				fileName: 'receipt-457.txt',
				text: `ใบเสร็จรับเงิน / Receipt
Acme Corp

ออเดอร์ / Order: #457
ลูกค้า / Customer: Alice Miller

1 × Desk lamp: 590.00

รวม / Total: 590.00 THB
`,
			},
		];

		test('sends each customer the file, whole, with a caption', async () => {
			const { status, items } = await run(2);
			expect(status).toBe('success');
			const { sandbox } = n8n();
			expect(sandbox.journal.starts()).toHaveLength(receipts.length);
			for (const [index, { conversation, caption, fileName, text }] of receipts.entries()) {
				const request = sandbox.journal
					.starts()
					.find((entry) => entry.conversation === String(conversation));
				expect(request?.parts).toEqual([
					expect.objectContaining({
						name: 'attachments[]',
						fileName,
						contentType: 'text/plain',
						size: Buffer.byteLength(text),
					}),
					{ name: 'content', value: caption },
				]);
				const [message] = sandbox.messages(conversation);
				const [attachment] = message.attachments ?? [];
				expect(readFileSync(sandbox.file(attachment.id), 'utf8')).toBe(text);
				expect(told(items('Send the Receipt'))[index]).toEqual(
					sentTo(conversation, index, {
						attachments: [
							expect.objectContaining({ id: attachment.id, file_size: attachment.file_size }),
						],
					}),
				);
			}
		});
	});

	describe('WhatsApp templates', () => {
		test('are filled in from the rows, by form and by JSON', async () => {
			const { status, items } = await run(3);
			expect(status).toBe('success');
			expect(bodies(n8n())).toEqual([
				{
					content: 'คุณสมชาย ออเดอร์ #461 แพ็กเรียบร้อยแล้วค่ะ',
					message_type: 'outgoing',
					template_params: {
						name: 'order_packed',
						language: 'th',
						category: 'UTILITY',
						processed_params: { customer: 'สมชาย', order: '#461' },
						header_params: { type: 'image', media_url: 'https://example.com/packed-461.jpg' },
						button_params: [{ index: 0, sub_type: 'url', text: 'track/TH0461' }],
					},
				},
				{
					content: 'คุณสมชาย ออเดอร์ #456 จัดส่งแล้วค่ะ',
					message_type: 'outgoing',
					template_params: {
						name: 'order_update',
						language: 'th',
						category: 'UTILITY',
						processed_params: { '1': 'สมชาย', '2': 'จัดส่งแล้ว' },
						header_params: { type: 'text', text_variables: { '1': 'ออเดอร์ #456' } },
						footer_params: { text_variables: { '1': 'Acme Corp' } },
						button_params: [
							{ index: 0, sub_type: 'url', text: 'track/TH0456' },
							{ index: 1, sub_type: 'quick_reply', payload: 'OPT_OUT' },
						],
					},
				},
			]);
			for (const [node, template] of [
				['Template With Photo (JSON)', 'order_packed'],
				['Template With Text (Form)', 'order_update'],
			]) {
				expect(told(items(node))).toEqual([sentTo(SOMCHAI, 0, { template })]);
			}
		});
	});

	describe('failed messages', () => {
		const texts = {
			[SOMCHAI]: 'คืนเงินค่าออเดอร์ #455 เรียบร้อยแล้วค่ะ ยอดจะเข้าบัญชีภายใน 3 วันทำการ',
			[ALICE]: 'Your refund for order #453 is on its way and arrives within 3 working days.',
		};
		const refusal = '131016: Service unavailable';
		/** What agents find in a conversation, besides what was for the customer. */
		const notes = (conversation: number) =>
			n8n()
				.sandbox.messages(conversation)
				.filter((message) => message.private)
				.map(({ content }) => content);

		test('are none where nothing fails', async () => {
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			expect(told(items('Sent'))).toEqual([
				expect.objectContaining(sentTo(SOMCHAI, 0, { content: texts[SOMCHAI] })),
				expect.objectContaining(sentTo(ALICE, 1, { content: texts[ALICE] })),
			]);
			expect(Object.keys(nodes)).not.toContain('Retry');
			expect(requests(n8n())).toHaveLength(2);
		});

		test('are sent again by LiveDesk where the channel refused them, as its note says', async () => {
			const rule = bodyInNote(examples[3]);
			expect(rule).toEqual({ conversation: SOMCHAI, failed: refusal });
			await post(`${n8n().sandbox.url}/_sandbox/script`, rule);
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			const [{ id }] = n8n().sandbox.messages(SOMCHAI);
			expect(told(items('Send', 1))).toEqual([
				{
					json: expect.objectContaining({
						error: expect.objectContaining({
							outcome: 'failed',
							code: 131016,
							messageId: id,
							conversationId: String(SOMCHAI),
						}),
					}),
					pairedItem: { item: 0 },
				},
			]);
			expect(requests(n8n())[2]).toBe(`retry ${SOMCHAI} ${id}`);
			expect(requests(n8n())).toHaveLength(3);
			expect(told(items('Retry'))).toEqual([sentTo(SOMCHAI, 0, { id })]);
			expect(told(items('Sent'))).toEqual([sentTo(ALICE, 0)]);
			expect(Object.keys(nodes)).not.toContain('Note for Agents');
			expect(statuses(n8n().sandbox.messages(SOMCHAI))).toEqual(['sent']);
		});

		test('become a note for agents where they fail once more', async () => {
			n8n().sandbox.script({ conversation: SOMCHAI, failed: refusal, times: 2 });
			const { status, items } = await run(4);
			expect(status).toBe('success');
			const [failed] = items('Retry', 1);
			expect(failed.pairedItem).toEqual({ item: 0 });
			expect(notes(SOMCHAI)).toEqual([noteOn(texts[SOMCHAI], failed.json)]);
			expect(notes(ALICE)).toEqual([]);
			expect(told(items('Note for Agents'))).toEqual([sentTo(SOMCHAI, 0, { private: true })]);
			expect(statuses(n8n().sandbox.messages(SOMCHAI))).toEqual(['failed', 'sent']);
		});

		test('are not sent again where they may have arrived', async () => {
			n8n().sandbox.script({ conversation: ALICE, drop: 'mid-reply' });
			const { status, items, nodes } = await run(4);
			expect(status).toBe('success');
			const [lost] = items('Send', 1);
			expect(lost).toMatchObject({
				json: { error: { outcome: 'unknown' } },
				pairedItem: { item: 1 },
			});
			expect(Object.keys(nodes)).not.toContain('Retry');
			expect(notes(ALICE)).toEqual([noteOn(texts[ALICE], lost.json)]);
			expect(requests(n8n()).filter((request) => request.endsWith(`${ALICE} `))).toHaveLength(2);
		});

		test('end the execution in an error where nobody could be told', async () => {
			n8n().sandbox.script({ conversation: ALICE, status: 404, times: Infinity });
			n8n().sandbox.script({ conversation: SOMCHAI, failed: refusal, times: 2 });
			const { status, items, error } = await run(4);
			expect(status).toBe('error');
			expect(error?.message).toMatch(texts[ALICE]);
			expect(items('Send', 1).map(({ json }) => (json.error as IDataObject).outcome)).toEqual([
				'failed',
				'refused',
			]);
			expect(items('Send', 0)).toEqual([]);
			// The other message's note was not kept back.
			expect(notes(SOMCHAI)).toHaveLength(1);
		});
	});

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
			await publish(n8n().rest, idOf(5));
			url = `${n8n().url}/webhook/livedesk`;
		});

		/** Does what LiveDesk does, and waits for what the workflow does. */
		async function call(body: IDataObject) {
			const before = await started(n8n().rest, idOf(5));
			await post(url, body);
			for (;;) {
				const [id] = (await started(n8n().rest, idOf(5))).filter((one) => !before.includes(one));
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
			const { status, items } = await call(bodyInNote(examples[4]));
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

	describe('AI agent', () => {
		const texts = {
			[SOMCHAI]: 'สวัสดีค่ะคุณสมชาย พัสดุของออเดอร์ #456 จะถึงช้ากว่าเดิม 1 วันค่ะ',
			[ALICE]: 'Hello Alice, your parcel for order #457 comes one day later.',
		};
		const tool = 'Message a Customer';
		const answer = 'I have told สมชาย and Alice that their parcels come one day later.';

		test('sends what the model gives to the tool, and tells what it did', async () => {
			model.says(
				[SOMCHAI, ALICE].map((id) => ({ conversation: String(id), text: texts[id as 141 | 142] })),
				answer,
			);
			const { status, items, nodes } = await n8n().executeSaved(WITH_MODEL);
			expect(status).toBe('success');
			expect(n8n().sandbox.journal.texts(SOMCHAI)).toEqual([texts[SOMCHAI]]);
			expect(n8n().sandbox.journal.texts(ALICE)).toEqual([texts[ALICE]]);
			expect(requests(n8n())).toHaveLength(2);

			const [offered] = model.offered();
			expect(offered).toMatchObject({
				name: 'Message_a_Customer',
				description: expect.stringContaining('LiveDesk conversation'),
				parameters: {
					properties: { conversation: { type: 'string' }, text: { type: 'string' } },
					required: ['conversation', 'text'],
				},
			});
			expect(nodes[tool]).toHaveLength(2);
			expect(items('Support Agent')).toEqual([
				expect.objectContaining({
					json: expect.objectContaining({ output: answer }),
					pairedItem: { item: 0 },
				}),
			]);
			// The model is told what became of each message.
			expect(model.results().join()).toMatch(/sent.*sent/s);
		});

		test('stops at the model where it has no key, and nothing is sent', async () => {
			const { status, error, nodes } = await run(6);
			expect(status).toBe('error');
			expect(error).toMatchObject({
				message: 'Error in sub-node OpenAI Chat Model',
				description: 'Node does not have any credentials set',
			});
			expect(Object.keys(nodes)).not.toContain(tool);
			expect(requests(n8n())).toEqual([]);
		});
	});

	describe('notify by phone number', () => {
		test('makes contact and conversation, and sends the template into it', async () => {
			const { status, items } = await run(7);
			expect(status).toBe('success');
			const contacts = items('Create Contact').map(({ json }) => json);
			expect(contacts.map(({ phone_number: phone }) => phone)).toEqual([
				'+66897654321',
				'+66865550199',
			]);
			const started = items('Create Conversation').map(({ json }) => json);
			expect(started.map(({ contact_id: id }) => id)).toEqual(contacts.map(({ id }) => id));
			expect(told(items('Send Template'))).toEqual(
				started.map(({ conversation_id: id }, n) =>
					sentTo(id as number, n, { template: 'order_update' }),
				),
			);
			const sent = started.map(({ id }) => n8n().sandbox.messages(id as number).length);
			expect(sent).toEqual([1, 1]);
		});

		test('says what to do the second time, and sends nothing', async () => {
			const { status, items } = await run(7);
			expect(status).toBe('success');
			expect(items('Create Contact')).toEqual([]);
			expect(
				items('Create Contact', 1).map(({ json, pairedItem }) => [json.message, pairedItem]),
			).toEqual([
				['LiveDesk did not accept the contact [item 0]', { item: 0 }],
				['LiveDesk did not accept the contact [item 1]', { item: 1 }],
			]);
			const { error } = items('Create Contact', 1)[0]?.json ?? {};
			expect((error as IDataObject).description).toMatch(/exists already: start a conversation/);
			expect(
				n8n()
					.sandbox.journal.starts()
					.map(({ kind }) => kind),
			).toEqual(['contact', 'contact']);
		});
	});
});

/** What the command in one of an example's notes posts. */
function bodyInNote({ nodes }: IWorkflowBase): IDataObject {
	const notes = nodes.map(({ parameters }) => String(parameters.content ?? '')).join('\n');
	return JSON.parse(/ -d '([^']+)'/.exec(notes)?.[1] ?? '') as IDataObject;
}

const statuses = (messages: Message[]) => messages.map(({ status }) => status);

const noteOn = (text: string, { message, error }: IDataObject) =>
	`This message may not have reached the customer:\n${text}\n\n${message}\n${(error as IDataObject).description}`;

const WITH_MODEL = 'exampleWithModel';
const MODEL_CREDENTIAL = { id: 'exampleModel0001', name: 'Model', type: 'openAiApi' };

const modelCredential = ({ url }: Model) => ({
	...MODEL_CREDENTIAL,
	data: { apiKey: 'no-key', url },
});

/** The example under another ID, with a credential for its model, as a user would add one. */
function withModel(example: IWorkflowBase): object {
	const { id, name } = MODEL_CREDENTIAL;
	const nodes = example.nodes.map((node): INode => {
		if (!node.type.endsWith('.lmChatOpenAi')) return node;
		return { ...node, credentials: { openAiApi: { id, name } } };
	});
	return { ...example, id: WITH_MODEL, nodes };
}
