import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { imageItem } from './documented';

const desk = useLiveDesk();
const conversationId = byId('141');

/** What travels besides the text, to the letter, and besides the file, part by part: `name=value`. */
type Case = [what: string, fields: IDataObject, json: string, parts: string[]];

const REPLY = 'content_attributes[in_reply_to]=29';

const notes: Case[] = [
	['a private note', true, true],
	['a note that is explicitly not private', false, false],
	['a private note by expression', '={{ $json.yes }}', true],
	['a private note by a text that says so', '={{ "true" }}', true],
].map(([what, given, sent]) => [
	String(what),
	{ private: given },
	`"private":${sent}`,
	[`private=${sent}`],
]);

const replies: Case[] = Object.entries({
	'a reply, as an integer': { inReplyTo: '29' },
	'a reply to a number from an expression': { inReplyTo: '={{ $json.id }}' },
	'a reply before one that is among the attributes': {
		contentAttributes: '{ "in_reply_to": 1 }',
		inReplyTo: '29',
	},
	'a reply among the attributes as an integer, given as text': {
		contentAttributes: '{ "in_reply_to": "29" }',
	},
}).map(([what, fields]) => [what, fields, '"content_attributes":{"in_reply_to":29}', [REPLY]]);

const attributes: Case[] = [
	[
		'attributes by the API’s own names',
		{ contentAttributes: '{ "source": "n8n", "in_reply_to": 29 }' },
		'"content_attributes":{"source":"n8n","in_reply_to":29}',
		['content_attributes[source]=n8n', REPLY],
	],
	[
		'attributes as an object from an expression',
		{ contentAttributes: '={{ ({ source: "n8n" }) }}' },
		'"content_attributes":{"source":"n8n"}',
		['content_attributes[source]=n8n'],
	],
	[
		'attributes together with a reply',
		{ contentAttributes: '{ "source": "n8n" }', inReplyTo: '29' },
		'"content_attributes":{"source":"n8n","in_reply_to":29}',
		['content_attributes[source]=n8n', REPLY],
	],
	[
		'attributes of any name',
		{ contentAttributes: '{ "__proto__": "a", "constructor": "b", "toString": "c" }' },
		'"content_attributes":{"__proto__":"a","constructor":"b","toString":"c"}',
		[
			'content_attributes[__proto__]=a',
			'content_attributes[constructor]=b',
			'content_attributes[toString]=c',
		],
	],
	[
		'dates in an object as ISO 8601',
		{ contentAttributes: '={{ ({ at: new Date(0), day: DateTime.fromMillis(0).toUTC() }) }}' },
		'"content_attributes":{"at":"1970-01-01T00:00:00.000Z","day":"1970-01-01T00:00:00.000Z"}',
		[
			'content_attributes[at]=1970-01-01T00:00:00.000Z',
			'content_attributes[day]=1970-01-01T00:00:00.000Z',
		],
	],
	[
		'big numbers in quotes, digit for digit',
		{ contentAttributes: '{ "order": "12345678901234567890", "n": 9007199254740991 }' },
		'"content_attributes":{"order":"12345678901234567890","n":9007199254740991}',
		['content_attributes[order]=12345678901234567890', 'content_attributes[n]=9007199254740991'],
	],
	[
		'attributes within attributes',
		{ contentAttributes: '{ "order": { "id": 7, "tags": ["new", "paid"] }, "vip": true }' },
		'"content_attributes":{"order":{"id":7,"tags":["new","paid"]},"vip":true}',
		[
			'content_attributes[order][id]=7',
			'content_attributes[order][tags][]=new',
			'content_attributes[order][tags][]=paid',
			'content_attributes[vip]=true',
		],
	],
	[
		'all of them',
		{ contentAttributes: '{ "source": "n8n" }', inReplyTo: '29', private: true },
		'"private":true,"content_attributes":{"source":"n8n","in_reply_to":29}',
		['private=true', 'content_attributes[source]=n8n', REPLY],
	],
];

async function send(parameters: IDataObject) {
	const { items } = await desk.send({
		parameters: { conversationId, ...parameters },
		items: [{ ...imageItem, json: { id: 29, yes: true } }],
	});
	expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	return onlyRequest(desk);
}

describe.each([...notes, ...replies, ...attributes])(
	'%s',
	(what, additionalFields, json, parts) => {
		test(`a text is sent with ${what}`, async () => {
			const request = await send({ content: 'Hello', additionalFields });
			expect(request.rawBody).toBe(`{"content":"Hello",${json}}`);
		});

		test(`a file is sent with ${what}`, async () => {
			const request = await send({ operation: 'sendAttachment', additionalFields });
			const [file, ...rest] = request.parts ?? [];
			expect(file.name).toBe('attachments[]');
			expect(rest).toEqual(
				parts.map((part) => {
					const [name, value] = part.split('=');
					return { name, value };
				}),
			);
		});
	},
);

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
