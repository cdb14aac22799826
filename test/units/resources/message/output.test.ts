import type { IDataObject } from 'n8n-workflow';
import { messageOutput } from '../../../../nodes/LiveDesk/resources/message/output';

const path = { conversation_id: '141' };

describe('the output of a message', () => {
	test.each<[what: string, body: IDataObject, json: IDataObject]>([
		['nothing', {}, {}],
		[
			'IDs as numbers',
			{ id: 1, conversation_id: 2, inbox_id: 3 },
			{ id: 1, conversation_id: 2, inbox_id: 3 },
		],
		['IDs as texts', { id: 'a', conversation_id: '2' }, { id: 'a', conversation_id: '2' }],
		['a status', { status: 'delivered' }, { status: 'delivered' }],
		['an empty content', { content: '' }, { content: '' }],
		['no content', { content: null }, { content: null }],
		['a private note', { private: true }, { private: true }],
		['no attachments', { attachments: [] }, { attachments: [] }],
		[
			'attachments, with what each has',
			{
				attachments: [
					{ id: 1, file_type: 'file', file_size: 0, data_url: 'https://x/y', width: null },
					{ id: 'b', message_id: 3030, thumb_url: 'https://x/z' },
				],
			},
			{
				attachments: [
					{ id: 1, file_type: 'file', file_size: 0, data_url: 'https://x/y' },
					{ id: 'b' },
				],
			},
		],
		[
			'a template',
			{ additional_attributes: { template_params: { name: 'order_update', language: 'th' } } },
			{ template: 'order_update' },
		],
		['attributes without a template', { additional_attributes: {} }, {}],
		[
			'what the channel said',
			{ content_attributes: { external_error: '131026: Undeliverable', in_reply_to: 29 } },
			{ external_error: '131026: Undeliverable' },
		],
		['nothing of the channel', { content_attributes: { external_error: null } }, {}],
		[
			'what nobody needs',
			{ sender: { id: 3 }, source_id: null, sorting_id: 4, message_type: 1, extra: { a: 1 } },
			{},
		],
	])('is made of what matters of a response, and nothing that it lacks: %s', (_, body, json) => {
		expect(messageOutput(body, path, true)).toStrictEqual({ conversation_id: 141, ...json });
		expect(messageOutput(body, path, false)).toBe(body);
	});

	test.each([
		['unix seconds', 1762331029, '2025-11-05T08:23:49.000Z'],
		['the first second', 0, '1970-01-01T00:00:00.000Z'],
		['fractions of a second', 1762331029.25, '2025-11-05T08:23:49.250Z'],
		['milliseconds', 1762331029250, '2025-11-05T08:23:49.250Z'],
		['digits', '1762331029', '2025-11-05T08:23:49.000Z'],
		['milliseconds in digits', '1762331029250', '2025-11-05T08:23:49.250Z'],
		['a text', '2025-11-05T15:23:49+07:00', '2025-11-05T08:23:49.000Z'],
	])('has the moment as n8n writes it: %s', (_, moment, written) => {
		const json = { conversation_id: 141, created_at: written };
		expect(messageOutput({ created_at: moment }, path, true)).toStrictEqual(json);
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
