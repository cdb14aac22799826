/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { ALICE, conversations, SOMCHAI } from '../../demo/conversations';
import { problemsOf } from '../../demo/check';
import { invoice, photo } from '../../demo/files';
import type { Message } from '../../sandbox';
import { useDemo } from './useDemo';

const context = useDemo();

const messages = () => conversations.flatMap(({ id }) => context.desk.sandbox.messages(id));
const paramsOf = (message: Message) => message.additional_attributes?.template_params;
const template = (name: string) => messages().find((message) => paramsOf(message)?.name === name);

describe('the story of the demo', () => {
	it('the story goes as expected', () => {
		expect(problemsOf(context.desk.sandbox, context.demo)).toEqual([]);
	});

	it('the story asks LiveDesk once for each message, in the order of the items', () => {
		for (const { id } of conversations) {
			const expected = context.demo.expected.filter(
				({ conversation, from }) => conversation === id && from === 'node',
			);
			expect(context.desk.sandbox.journal.texts(id)).toEqual(expected.map(({ text }) => text));
		}
	});

	it('the story answers the messages of the customers', () => {
		for (const id of [SOMCHAI, ALICE]) {
			const inConversation = context.desk.sandbox.messages(id);
			const fromCustomer = inConversation.filter(({ message_type: type }) => type === 0);
			const answered = inConversation.flatMap(
				({ content_attributes: { in_reply_to: to } }) => to ?? [],
			);
			expect(fromCustomer).toHaveLength(2);
			expect(answered).toEqual(fromCustomer.map(({ id: message }) => message));
		}
	});

	it('the story keeps its notes from the customers', () => {
		const notes = messages().filter((message) => message.private);
		expect(notes.map(({ conversation_id: id }) => id)).toEqual([SOMCHAI, SOMCHAI, ALICE]);
	});

	it('the story sends its files whole, two of them in one message', () => {
		const files = messages()
			.map(({ attachments = [] }) => attachments)
			.filter(({ length }) => length);
		const bytes = files.map((list) =>
			list.map(({ id }) => readFileSync(context.desk.sandbox.file(id))),
		);
		expect(bytes).toEqual([
			[photo.content, invoice(456).content],
			[photo.content],
			[invoice(457).content],
		]);
	});

	it('the story sends a template with each type of header', () => {
		const headers = messages().flatMap((message) => paramsOf(message)?.header_params ?? []);
		expect(headers).toMatchObject([
			{ type: 'image', media_url: 'https://example.com/packed-456.jpg' },
			{ type: 'video', media_url: 'https://example.com/assembly.mp4' },
			{ type: 'document', filename: 'tax-invoice-456.pdf' },
			{ type: 'location', location: { latitude: 13.7457, longitude: 100.5331 } },
			{ type: 'text', text_variables: { 1: 'Order #456' } },
		]);
	});

	it('the story sends the documented template just as it is documented', () => {
		expect(paramsOf(template('order_update')!)).toEqual({
			name: 'order_update',
			language: 'th',
			category: 'UTILITY',
			processed_params: { 1: 'สมชาย', 2: 'จัดส่งแล้ว' },
			header_params: { type: 'text', text_variables: { 1: 'Order #456' } },
			footer_params: { text_variables: { 1: 'Acme Corp' } },
			button_params: [
				{ index: 0, sub_type: 'url', text: 'track/12345' },
				{ index: 1, sub_type: 'quick_reply', payload: 'OPT_OUT' },
			],
		});
	});

	it('the story retries the refused template once, and leaves the other one failed', () => {
		const retried = template('rate_service')!;
		const retries = context.desk.sandbox.journal.starts().filter(({ kind }) => kind === 'retry');
		expect(retries.map(({ messageId }) => messageId)).toEqual([String(retried.id)]);
		expect(retried).toMatchObject({ status: 'sent', content_attributes: {} });

		const failed = messages().filter(({ status }) => status === 'failed');
		expect(failed).toEqual([template('weekend_offer')]);
	});

	it('the story finds a customer by phone number, tells them, and resolves the conversation', () => {
		const { sandbox } = context.desk;
		expect(sandbox.contacts()).toHaveLength(conversations.length);
		const [, , started] = context.demo.shown;
		const [message] = sandbox.messages(started.id);
		expect(paramsOf(message)?.name).toBe('order_delivered');
		expect(sandbox.status(started.id).status).toBe('resolved');
		const kinds = sandbox.journal.starts().map(({ kind }) => kind);
		expect(kinds.slice(-4)).toEqual(['contactSearch', 'conversation', 'template', 'status']);
	});
});
