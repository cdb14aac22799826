import { ALICE, sentTo, SOMCHAI, told, type Examples } from './examples';

export function phoneNumber({ n8n, run }: Examples): void {
	describe('notify by phone number', () => {
		const phones = ['+66897654321', '+66865550199'];

		/** Runs the example, and looks whom it has told. @returns whether each contact is new */
		async function notify() {
			const { status, items } = await run(7);
			expect(status).toBe('success');
			const contacts = items('Find or Create Contact').map(({ json }) => json);
			expect(contacts.map(({ phone_number: phone }) => phone)).toEqual(phones);
			const started = items('Create Conversation').map(({ json }) => json);
			expect(started.map(({ contact_id: id }) => id)).toEqual(contacts.map(({ id }) => id));
			expect(told(items('Send Template'))).toEqual(
				started.map(({ conversation_id: id }, n) =>
					sentTo(id as number, n, { template: 'order_update' }),
				),
			);
			const sent = started.map(({ id }) => n8n().sandbox.messages(id as number).length);
			expect(sent).toEqual([1, 1]);
			expect(items('Find or Create Contact', 1)).toEqual([]);
			return contacts.map(({ created }) => created);
		}

		test('the example makes contacts and conversations the first time, and finds the contacts the second time', async () => {
			n8n().sandbox.restore();
			expect(await notify()).toEqual([true, true]);
			expect(await notify()).toEqual([false, false]);
			const known = n8n()
				.sandbox.contacts()
				.map(({ phone_number: phone }) => phone);
			expect(known.filter((phone) => phone && phones.includes(phone)).sort()).toEqual(
				[...phones].sort(),
			);
		});

		test('the example starts no conversation with a person whose contact was refused', async () => {
			n8n().sandbox.restore();
			n8n().sandbox.script({ kind: 'contact', status: 500 });
			const { status, items } = await run(7);
			expect(status).toBe('success');
			expect(items('Not Notified')).toHaveLength(1);
			expect(items('Send Template')).toHaveLength(1);
			for (const id of [SOMCHAI, ALICE]) expect(n8n().sandbox.messages(id)).toEqual([]);
		});
	});
}
