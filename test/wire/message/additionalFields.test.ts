import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { imageItem } from './documented';

const desk = useLiveDesk();
const conversationId = byId('141');

interface Case {
	what: string;
	fields: IDataObject;
	/** What travels besides the text, to the letter. */
	json: string;
	/** What travels besides the file, part by part. */
	parts: Array<[name: string, value: string]>;
}

const reply = (name: string): [string, string] => [`content_attributes[${name}]`, '29'];

const cases: Case[] = [
	{
		what: 'a private note',
		fields: { private: true },
		json: '"private":true',
		parts: [['private', 'true']],
	},
	{
		what: 'a note that is explicitly not private',
		fields: { private: false },
		json: '"private":false',
		parts: [['private', 'false']],
	},
	{
		what: 'a private note by expression',
		fields: { private: '={{ $json.yes }}' },
		json: '"private":true',
		parts: [['private', 'true']],
	},
	{
		what: 'a private note by a text that says so',
		fields: { private: '={{ "true" }}' },
		json: '"private":true',
		parts: [['private', 'true']],
	},
	{
		what: 'a reply, as an integer',
		fields: { inReplyTo: '29' },
		json: '"content_attributes":{"in_reply_to":29}',
		parts: [reply('in_reply_to')],
	},
	{
		what: 'a reply to a number from an expression',
		fields: { inReplyTo: '={{ $json.id }}' },
		json: '"content_attributes":{"in_reply_to":29}',
		parts: [reply('in_reply_to')],
	},
	{
		what: 'attributes by the API’s own names',
		fields: { contentAttributes: '{ "source": "n8n", "in_reply_to": 29 }' },
		json: '"content_attributes":{"source":"n8n","in_reply_to":29}',
		parts: [['content_attributes[source]', 'n8n'], reply('in_reply_to')],
	},
	{
		what: 'attributes as an object from an expression',
		fields: { contentAttributes: '={{ ({ source: "n8n" }) }}' },
		json: '"content_attributes":{"source":"n8n"}',
		parts: [['content_attributes[source]', 'n8n']],
	},
	{
		what: 'attributes together with a reply',
		fields: { contentAttributes: '{ "source": "n8n" }', inReplyTo: '29' },
		json: '"content_attributes":{"source":"n8n","in_reply_to":29}',
		parts: [['content_attributes[source]', 'n8n'], reply('in_reply_to')],
	},
	{
		what: 'a reply before one that is among the attributes',
		fields: { contentAttributes: '{ "in_reply_to": 1 }', inReplyTo: '29' },
		json: '"content_attributes":{"in_reply_to":29}',
		parts: [reply('in_reply_to')],
	},
	{
		what: 'attributes of any name',
		fields: { contentAttributes: '{ "__proto__": "a", "constructor": "b", "toString": "c" }' },
		json: '"content_attributes":{"__proto__":"a","constructor":"b","toString":"c"}',
		parts: [
			['content_attributes[__proto__]', 'a'],
			['content_attributes[constructor]', 'b'],
			['content_attributes[toString]', 'c'],
		],
	},
	{
		what: 'a reply among the attributes as an integer, given as text',
		fields: { contentAttributes: '{ "in_reply_to": "29" }' },
		json: '"content_attributes":{"in_reply_to":29}',
		parts: [reply('in_reply_to')],
	},
	{
		what: 'dates in an object as ISO 8601',
		fields: {
			contentAttributes: '={{ ({ at: new Date(0), day: DateTime.fromMillis(0).toUTC() }) }}',
		},
		json: '"content_attributes":{"at":"1970-01-01T00:00:00.000Z","day":"1970-01-01T00:00:00.000Z"}',
		parts: [
			['content_attributes[at]', '1970-01-01T00:00:00.000Z'],
			['content_attributes[day]', '1970-01-01T00:00:00.000Z'],
		],
	},
	{
		what: 'big numbers in quotes, digit for digit',
		fields: { contentAttributes: '{ "order": "12345678901234567890", "n": 9007199254740991 }' },
		json: '"content_attributes":{"order":"12345678901234567890","n":9007199254740991}',
		parts: [
			['content_attributes[order]', '12345678901234567890'],
			['content_attributes[n]', '9007199254740991'],
		],
	},
	{
		what: 'attributes within attributes',
		fields: { contentAttributes: '{ "order": { "id": 7, "tags": ["new", "paid"] }, "vip": true }' },
		json: '"content_attributes":{"order":{"id":7,"tags":["new","paid"]},"vip":true}',
		parts: [
			['content_attributes[order][id]', '7'],
			['content_attributes[order][tags][]', 'new'],
			['content_attributes[order][tags][]', 'paid'],
			['content_attributes[vip]', 'true'],
		],
	},
	{
		what: 'all of them',
		fields: { contentAttributes: '{ "source": "n8n" }', inReplyTo: '29', private: true },
		json: '"private":true,"content_attributes":{"source":"n8n","in_reply_to":29}',
		parts: [['private', 'true'], ['content_attributes[source]', 'n8n'], reply('in_reply_to')],
	},
];

async function send(parameters: IDataObject) {
	const { items } = await desk.send({
		parameters: { conversationId, ...parameters },
		items: [{ ...imageItem, json: { id: 29, yes: true } }],
	});
	expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	return onlyRequest(desk);
}

describe.each(cases)('$what', ({ what, fields, json, parts }) => {
	test(`a text is sent with ${what}`, async () => {
		const request = await send({ content: 'Hello', additionalFields: fields });
		expect(request.rawBody).toBe(`{"content":"Hello",${json}}`);
	});

	test(`a file is sent with ${what}`, async () => {
		const request = await send({ operation: 'sendAttachment', additionalFields: fields });
		const [file, ...rest] = request.parts ?? [];
		expect(file.name).toBe('attachments[]');
		expect(rest).toEqual(parts.map(([name, value]) => ({ name, value })));
	});
});

test.each(['{}', '={{ ({}) }}'])(
	'Send Text sends no attributes where %s gives none',
	async (attributes) => {
		const additionalFields = { contentAttributes: attributes };
		const request = await send({ content: 'Hello', additionalFields });
		expect(request.rawBody).toBe('{"content":"Hello"}');
	},
);

test('the output of a private note says that it is one', async () => {
	const parameters = { conversationId, content: 'Hello', additionalFields: { private: true } };
	const { items } = await desk.send({ parameters });
	expect(items).toMatchObject([{ json: { private: true }, pairedItem: { item: 0 } }]);
	expect(desk.sandbox.messages(141)).toMatchObject([{ private: true }]);
});
