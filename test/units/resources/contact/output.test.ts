import type { IDataObject } from 'n8n-workflow';
import { contactIn, contactOutput } from '../../../../nodes/LiveDesk/resources/contact/output';

describe('the output of a new contact', () => {
	const alice = { id: 7, name: 'Alice', email: null, custom_attributes: {} };
	const shown = { id: 7, name: 'Alice', email: null };

	test.each<[what: string, body: IDataObject, json: IDataObject]>([
		['the contact alone', { payload: { contact: alice } }, { ...shown, inbox_id: 523 }],
		[
			'the channel’s view of the contact too',
			{ payload: { contact: alice, contact_inbox: { inbox: { id: 80 }, source_id: 'abc' } } },
			{ ...shown, inbox_id: 80, source_id: 'abc' },
		],
		['an ID that is text', { payload: { contact: { id: 'a' } } }, { id: 'a', inbox_id: 523 }],
		['the contact as payload', { payload: alice }, { ...shown, inbox_id: 523 }],
		['the contact at the top', alice, { ...shown, inbox_id: 523 }],
	])('is made of what matters of a response: %s', (_, body, json) => {
		expect(contactIn(body)).toHaveProperty('id');
		expect(contactOutput(body, 523, true)).toStrictEqual(json);
		expect(contactOutput(body, 523, false)).toBe(body);
	});

	test.each([{}, { payload: {} }, { payload: { contact: { id: null } } }, { data: { id: 1 } }])(
		'takes nothing from %j, which is no contact',
		(body) => expect(contactIn(body)).toBeUndefined(),
	);
});
