import type { IDataObject } from 'n8n-workflow';
import { messageOutput } from '../../../../nodes/LiveDesk/resources/message/output';

const path = { conversation_id: '141' };

describe('the output of a message', () => {
	test.each<[what: string, body: IDataObject, json: IDataObject]>([
		['nothing', {}, { conversation_id: 141 }],
		[
			'IDs as numbers',
			{ id: 1, conversation_id: 2, inbox_id: 3 },
			{ id: 1, conversation_id: 2, inbox_id: 3 },
		],
		['IDs as texts', { id: 'a', conversation_id: '2' }, { id: 'a', conversation_id: '2' }],
		['a status', { status: 'delivered' }, { conversation_id: 141, status: 'delivered' }],
		['an empty content', { content: '' }, { conversation_id: 141, content: '' }],
		['no content', { content: null }, { conversation_id: 141, content: null }],
		['a private note', { private: true }, { conversation_id: 141, private: true }],
		[
			'a moment in unix seconds',
			{ created_at: 1762331029 },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.000Z' },
		],
		[
			'the first moment',
			{ created_at: 0 },
			{ conversation_id: 141, created_at: '1970-01-01T00:00:00.000Z' },
		],
		[
			'a moment with fractions of a second',
			{ created_at: 1762331029.25 },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.250Z' },
		],
		[
			'a moment in milliseconds',
			{ created_at: 1762331029250 },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.250Z' },
		],
		[
			'a moment in digits',
			{ created_at: '1762331029' },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.000Z' },
		],
		[
			'milliseconds in digits',
			{ created_at: '1762331029250' },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.250Z' },
		],
		[
			'a moment in text',
			{ created_at: '2025-11-05T15:23:49+07:00' },
			{ conversation_id: 141, created_at: '2025-11-05T08:23:49.000Z' },
		],
		['no attachments', { attachments: [] }, { conversation_id: 141, attachments: [] }],
		[
			'attachments, with what each has',
			{
				attachments: [
					{ id: 1, file_type: 'file', file_size: 0, data_url: 'https://x/y', width: null },
					{ id: 'b', message_id: 3030, thumb_url: 'https://x/z' },
				],
			},
			{
				conversation_id: 141,
				attachments: [
					{ id: 1, file_type: 'file', file_size: 0, data_url: 'https://x/y' },
					{ id: 'b' },
				],
			},
		],
		[
			'a template',
			{ additional_attributes: { template_params: { name: 'order_update', language: 'th' } } },
			{ conversation_id: 141, template: 'order_update' },
		],
		['attributes without a template', { additional_attributes: {} }, { conversation_id: 141 }],
		[
			'what the channel said',
			{ content_attributes: { external_error: '131026: Undeliverable', in_reply_to: 29 } },
			{ conversation_id: 141, external_error: '131026: Undeliverable' },
		],
		[
			'nothing of the channel',
			{ content_attributes: { external_error: null } },
			{ conversation_id: 141 },
		],
		[
			'what nobody needs',
			{ sender: { id: 3 }, source_id: null, sorting_id: 4, message_type: 1, extra: { a: 1 } },
			{ conversation_id: 141 },
		],
	])('is made of what matters of a response, and nothing that it lacks: %s', (_, body, json) => {
		expect(messageOutput(body, path, true)).toStrictEqual(json);
		expect(messageOutput(body, path, false)).toBe(body);
	});

	test.each([null, 'soon', 'soon 1', '', true, [1762331029], 1e20, 1762331029250000])(
		'has no moment, where it is none: %j',
		(moment) => {
			const body = { created_at: moment } as IDataObject;
			expect(messageOutput(body, path, true)).toStrictEqual({ conversation_id: 141 });
		},
	);

	test.each([null, 'none', 7, { 0: { id: 1 } }])(
		'has no attachments, where they are no list: %j',
		(attachments) => {
			const body = { attachments } as IDataObject;
			expect(messageOutput(body, path, true)).toStrictEqual({ conversation_id: 141 });
		},
	);

	test.each([
		['141', 141],
		['0141', '0141'],
		['1e3', '1e3'],
		['-5', -5],
		['9007199254740993', '9007199254740993'],
		['Th-3_b', 'Th-3_b'],
		['_', '_'],
	])('has the ID %s of the request, as an integer only where it is one', (id, written) => {
		const asked = { conversation_id: id, message_id: id };
		const ids = { id: written, conversation_id: written };
		expect(messageOutput({}, asked, true)).toStrictEqual(ids);
		expect(messageOutput(undefined, asked, true)).toStrictEqual(ids);
		expect(messageOutput(undefined, asked, false)).toStrictEqual(ids);
	});
});
