import type { IDataObject } from 'n8n-workflow';
import { sentTo, told, type Examples } from './examples';

export function phoneNumber({ n8n, run }: Examples): void {
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
}
