import { bodyInNote, told, type Examples } from './examples';
import { post } from './webhook';

export function broadcast({ example, n8n, run }: Examples): void {
	describe('broadcast', () => {
		const labels = ['newsletter'];
		const people = [
			{ name: 'Malee', phoneNumber: '+66897654321', labels },
			{ name: 'Napat', phoneNumber: '+66865550199', labels },
			{ name: 'Somsak', phoneNumber: '+66865550100', labels },
		];
		const addPeople = () => people.forEach((one) => n8n().sandbox.addContact(one));
		const starts = () =>
			n8n()
				.sandbox.journal.starts()
				.filter(({ kind }) => kind === 'template');
		const written = () => starts().map(({ body }) => (body as { content: string }).content);
		const hello = (name: string) => `Hello ${name}, everything is 20 % off this weekend.`;

		/** The subscribers, as the desk knows them. */
		const subscribers = () =>
			n8n()
				.sandbox.contacts()
				.filter((contact) => contact.labels.includes('newsletter'));

		beforeEach(() => subscribers().forEach(({ id }) => n8n().sandbox.setLabels(id, [])));

		test('the broadcast writes to each subscriber with a phone number who is not blocked, one after the other', async () => {
			addPeople();
			const { sandbox } = n8n();
			sandbox.addContact({ name: 'Blocked', phoneNumber: '+66865550101', labels, blocked: true });
			sandbox.addContact({ name: 'No Phone', email: 'no.phone@example.com', labels });
			sandbox.addContact({ name: 'Nobody asked', phoneNumber: '+66865550102' });
			const { status, items } = await run(13);
			expect(status).toBe('success');
			expect(written()).toEqual(people.map(({ name }) => hello(name)));
			expect(told(items('Sent')).map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
			// 60 a minute, from the first, which a busy machine may send late: but not before the list was there.
			const list = sandbox.journal.ends().find(({ kind }) => kind === 'contactSearch');
			for (const [index, { at }] of starts().entries()) {
				expect(at - (list?.at ?? 0)).toBeGreaterThanOrEqual(index * 1_000);
			}
		});

		test('the broadcast remembers who has opted out, and leaves that person out the next time', async () => {
			addPeople();
			n8n().sandbox.script({ content: hello('Napat'), failed: '131050: Opted out' });
			const first = await run(13);
			expect(first.status).toBe('success');
			expect(first.items('Not Delivered')).toEqual([]);
			const napat = subscribers().find(({ name }) => name === 'Napat');
			expect(napat?.custom_attributes).toEqual({ marketing_opt_out: true });
			expect(first.items('Remember Opt-Out').map(({ json }) => json.id)).toEqual([napat?.id]);

			n8n().sandbox.reset();
			expect((await run(13)).status).toBe('success');
			expect(written()).toEqual([hello('Malee'), hello('Somsak')]);
		});

		test('the broadcast keeps those on its list whom another refusal kept from getting it', async () => {
			addPeople();
			n8n().sandbox.script({ content: hello('Napat'), failed: '131049: Not delivered' });
			const { status, items, nodes } = await run(13);
			expect(status).toBe('success');
			expect(items('Not Delivered')).toHaveLength(1);
			expect(Object.keys(nodes)).not.toContain('Remember Opt-Out');
		});

		test('the broadcast writes to the subscriber that its note has a person add', async () => {
			await post(`${n8n().sandbox.url}/_sandbox/contacts`, bodyInNote(example(13)));
			expect((await run(13)).status).toBe('success');
			expect(written()).toEqual([hello('Malee')]);
		});
	});
}
