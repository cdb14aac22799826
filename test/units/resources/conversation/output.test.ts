import type { IDataObject } from 'n8n-workflow';
import {
	conversationIn,
	conversationOutput,
} from '../../../../nodes/LiveDesk/resources/conversation/output';

describe('the output of a new conversation', () => {
	const asked = { inbox_id: 523, contact_id: 43 };

	test.each<[what: string, body: IDataObject, json: IDataObject]>([
		['just an ID', { id: 7 }, { id: 7, conversation_id: 7, inbox_id: 523, contact_id: 43 }],
		[
			'the contact as sender',
			{ id: 'c-7', meta: { sender: { id: 44 } }, created_at: 0 },
			{
				id: 'c-7',
				conversation_id: 'c-7',
				inbox_id: 523,
				contact_id: 44,
				created_at: '1970-01-01T00:00:00.000Z',
			},
		],
		[
			'more than matters',
			{ id: 7, inbox_id: 80, contact_id: 44, status: 'pending', messages: [], can_reply: true },
			{ id: 7, conversation_id: 7, inbox_id: 80, contact_id: 44, status: 'pending' },
		],
		[
			'the conversation as payload',
			{ payload: { id: 7, status: 'open' } },
			{ id: 7, conversation_id: 7, inbox_id: 523, contact_id: 43, status: 'open' },
		],
	])('is made of what matters of a response: %s', (_, body, json) => {
		expect(conversationIn(body)).toHaveProperty('id');
		expect(conversationOutput(body, asked, true)).toStrictEqual(json);
		expect(conversationOutput(body, asked, false)).toBe(body);
	});

	test.each([{}, { id: '' }, { payload: { success: true } }])(
		'takes nothing from %j, which is no conversation',
		(body) => expect(conversationIn(body)).toBeUndefined(),
	);
});
