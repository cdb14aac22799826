import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { useLiveDesk } from '../../support/useLiveDesk';
import { sentOnce } from '../support/sentOnce';

const desk = useLiveDesk();
const conversationId = byId('141');

const sentFor = async (parameters: IDataObject, json?: IDataObject) =>
	await sentOnce(desk, { conversationId, ...parameters }, json);

describe('Send Text', () => {
	test('sends just the text, to the letter', async () => {
		const { request } = await sentFor({ content: 'Hello' });
		expect(request.rawBody).toBe('{"content":"Hello"}');
		expect(request.contentType).toBe('application/json');
		expect(request.headers).toMatchObject({ accept: 'application/json', 'content-length': '19' });
	});

	test('sends nothing for collections that were opened and left empty', async () => {
		const { body } = await sentFor({ content: 'Hello', additionalFields: {}, options: {} });
		expect(body).toBe('{"content":"Hello"}');
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
		const { body, output } = await sentFor({ content: '={{ $json.content }}' }, { content });
		expect(body).toBe(JSON.stringify({ content }));
		expect(output.content).toBe(content);
	});

	test.each([
		['a number', '={{ 7 }}', '7'],
		['a fraction', '={{ 0.1 }}', '0.1'],
		['a boolean', '={{ false }}', 'false'],
		['a date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		['a date of Luxon', '={{ DateTime.fromMillis(0).toUTC() }}', '1970-01-01T00:00:00.000Z'],
	])('sends %s from an expression as its text', async (_, content, text) => {
		const { body } = await sentFor({ content });
		expect(body).toBe(JSON.stringify({ content: text }));
	});

	test('outputs just the fields that matter, unless told otherwise', async () => {
		const { output } = await sentFor({ content: 'Hello' });
		expect(Object.keys(output).sort()).toEqual(
			['id', 'conversation_id', 'inbox_id', 'status', 'content', 'private', 'created_at'].sort(),
		);
		expect(output.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
	});

	test('outputs what LiveDesk said as it came, without Simplify', async () => {
		const { output } = await sentFor({ content: 'Hello', simplify: false });
		expect(output).toEqual(desk.sandbox.messages(141)[0]);
		expect(output).toHaveProperty('sender');
	});
});
