import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const conversationId = byId('141');

async function sentFor(parameters: IDataObject, json: IDataObject = {}) {
	const { items } = await desk.send({
		parameters: { conversationId, ...parameters },
		items: [json],
	});
	const request = onlyRequest(desk);
	expect(request.kind).toBe('text');
	expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	return { request, output: items[0].json };
}

describe('Send Text', () => {
	test('sends just the text, to the letter', async () => {
		const { request } = await sentFor({ content: 'Hello' });
		expect(request.rawBody).toBe('{"content":"Hello"}');
		expect(request.contentType).toBe('application/json');
		expect(request.headers).toMatchObject({ accept: 'application/json', 'content-length': '19' });
	});

	test('sends nothing for collections that were opened and left empty', async () => {
		const { request } = await sentFor({ content: 'Hello', additionalFields: {}, options: {} });
		expect(request.rawBody).toBe('{"content":"Hello"}');
	});

	test('sends no fields of other operations that were filled in before', async () => {
		const { request } = await sentFor({
			content: 'Hello',
			messageId: '3030',
			templateName: 'order_update',
			bodyVariables: { variable: [{ name: '1', value: 'John' }] },
			parametersJson: '{ "processed_params": { "1": "John" } }',
		});
		expect(request.rawBody).toBe('{"content":"Hello"}');
	});

	test.each([
		['Thai', 'เจ้าหน้าที่กำลังส่งข้อความ'],
		['emoji', 'Thanks 👩‍👩‍👧‍👦 🇹🇭'],
		['several lines', 'Hello\nJohn\r\n\tyour order'],
		['blanks around it', '  Hello  '],
		['quotes and backslashes', '"Hello" \\ \'you\' \\n'],
		['what looks like JSON', '{"content":"other"}'],
		['control characters', 'a\u0001b\u001fc\u2028d\ufeff'],
		['100,000 letters', 'a'.repeat(100_000)],
	])('sends a text as it is: %s', async (_, content) => {
		const { request, output } = await sentFor({ content: '={{ $json.content }}' }, { content });
		expect(request.rawBody).toBe(JSON.stringify({ content }));
		expect(output.content).toBe(content);
	});

	test.each([
		['a number', '={{ 7 }}', '7'],
		['a fraction', '={{ 0.1 }}', '0.1'],
		['a boolean', '={{ false }}', 'false'],
		['a date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		['a date of Luxon', '={{ DateTime.fromMillis(0).toUTC() }}', '1970-01-01T00:00:00.000Z'],
	])('sends %s from an expression as its text', async (_, content, text) => {
		const { request } = await sentFor({ content });
		expect(request.rawBody).toBe(JSON.stringify({ content: text }));
	});

	test('outputs an item for each message, in the order of the input, across conversations', async () => {
		const inputs = Array.from({ length: 25 }, (_, index) => ({
			to: index % 2 === 0 ? 141 : '142',
			text: `message ${index}`,
		}));
		const { items } = await desk.send({
			parameters: { conversationId: byId('={{ $json.to }}'), content: '={{ $json.text }}' },
			items: inputs,
		});
		const outputs = inputs.map(({ to, text }, item) => ({
			json: { conversation_id: Number(to), content: text, status: 'sent' },
			pairedItem: { item },
		}));
		expect(items).toMatchObject(outputs);
		expect(items).toHaveLength(25);
		expect(desk.sandbox.journal.ends()).toHaveLength(25);
		for (const to of [141, 142]) {
			const texts = inputs.filter((input) => Number(input.to) === to).map(({ text }) => text);
			expect(desk.sandbox.journal.texts(to)).toEqual(texts);
		}
	});

	test('pairs each response with its own input, whichever comes first', async () => {
		const contents = ['slow', 'quick', 'slower', 'quicker'];
		const [slow, slower] = [held(), held()];
		desk.sandbox.script({ content: 'slow', holdUntil: slow.holdUntil });
		desk.sandbox.script({ content: 'slower', holdUntil: slower.holdUntil });
		desk.sandbox.addConversation({ id: 143 });
		desk.sandbox.addConversation({ id: 144 });
		const sending = desk.send({
			parameters: { conversationId: byId('={{ 141 + $itemIndex }}'), content: '={{ $json.text }}' },
			items: contents.map((content) => ({ text: content })),
		});
		const ends = () => desk.sandbox.journal.ends().map(({ conversation }) => conversation);
		await until(() => ends().length === 2);
		slow.release();
		await until(() => ends().length === 3);
		slower.release();
		const { items } = await sending;
		expect(items).toMatchObject(
			contents.map((content, item) => ({
				json: { conversation_id: 141 + item, content },
				pairedItem: { item },
			})),
		);
		expect(ends().slice(0, 2).sort()).toEqual(['142', '144']);
		expect(ends().slice(2)).toEqual(['141', '143']);
	});

	test('outputs just the fields that matter, unless told otherwise', async () => {
		const { output } = await sentFor({ content: 'Hello' });
		expect(Object.keys(output).sort()).toEqual(
			['id', 'conversation_id', 'inbox_id', 'status', 'content', 'private', 'created_at'].sort(),
		);
		expect(output.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
	});

	test('outputs what LiveDesk said as it came, without Simplify', async () => {
		const { items } = await desk.send({
			parameters: { conversationId, content: 'Hello', simplify: false },
		});
		const [message] = desk.sandbox.messages(141);
		expect(items).toEqual([{ json: { ...message }, pairedItem: { item: 0 } }]);
		expect(items[0].json).toHaveProperty('sender');
	});
});
