import { expectSeen } from '../support/expectSeen';
import { addNode } from '../../../harness/browser/nodeCreator';
import type { Person } from '../support/useEditor';

/** More than a page of contacts, whose names come first in the list. */
const MANY = Array.from(
	{ length: 20 },
	(_, index) => `A. Person ${String(index + 1).padStart(2, '0')}`,
);
const FIRST = MANY.map((name, index) => `${name} (person${index + 1}@example.com)`);

/** A contact is chosen, not typed. */
export function choosesContact(person: Person): void {
	test(
		'the panel offers contacts by name with email or number, page by page, and finds them as one types',
		person(async ({ n8n: { url, sandbox }, page }) => {
			MANY.forEach((name, index) =>
				sandbox.addContact({ name, email: `person${index + 1}@example.com` }),
			);
			const panel = await addNode(page, url, 'Create a conversation');
			await panel.fill('inboxId', '523');
			const list = await panel.openList('contactId');
			await expectSeen(async () => (await list.names()).slice(0, 15), FIRST.slice(0, 15));
			await list.toEnd();
			await expectSeen(async () => (await list.names()).slice(0, 20), FIRST);

			await list.search('+6681');
			await expectSeen(async () => await list.names(), ['สมชาย ใจดี (+66812345678)']);
			await list.search('ALICE@');
			await expectSeen(async () => await list.names(), ['Alice Miller (alice@example.com)']);
			await list.pick('Alice Miller (alice@example.com)');
			await panel.execute();
			const alice = sandbox.contacts().find(({ name }) => name === 'Alice Miller');
			const row = await panel.output.row(String(alice?.id));
			expect(row).toMatchObject({ contact_id: String(alice?.id), inbox_id: '523' });
		}),
	);

	test(
		'the node changes the contact that a person has chosen',
		person(async ({ n8n: { url, sandbox }, page }) => {
			const { id } = sandbox.addContact({ name: 'Malee Suk', phoneNumber: '+66897654321' });
			const panel = await addNode(page, url, 'Update a contact');
			const list = await panel.openList('contactId');
			await list.search('malee');
			await list.pick('Malee Suk (+66897654321)');
			await panel.addField('Update Fields', 'Blocked');
			await panel.toggle('blocked');
			await panel.execute();
			expect(await panel.output.row('Malee Suk')).toMatchObject({ id: String(id) });
			expect(sandbox.contacts().find((contact) => contact.id === id)?.blocked).toBe(true);
		}),
	);
}
