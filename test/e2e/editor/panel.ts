import { expectSeen } from '../support/expectSeen';
import { addNode } from '../../../harness/browser/nodeCreator';
import type { Person } from '../support/useEditor';
import { OPERATIONS } from './operations';

/** n8n's own entry, at the end of the resources and of the operations. */
const CUSTOM = 'Custom API Call';

/** The fields of the panel, operation by operation. */
export function showsFields(person: Person): void {
	test(
		'the panel shows for each operation just its fields, and offers just its options',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Create a contact');
			const resources = [...new Set(OPERATIONS.map(({ resource }) => resource))];
			expect(await panel.options('resource')).toEqual([...resources, CUSTOM]);
			for (const resource of resources) {
				const operations = OPERATIONS.filter((seen) => seen.resource === resource);
				await panel.choose('resource', resource);
				expect(await panel.options('operation')).toEqual([
					...operations.map(({ operation }) => operation),
					CUSTOM,
				]);
				for (const { operation, labels, additionalFields, options } of operations) {
					await panel.choose('operation', operation);
					await expectSeen(async () => await panel.labels(), labels);
					if (additionalFields) {
						expect(await panel.offered('Additional Fields')).toEqual(additionalFields);
					}
					expect(await panel.offered('Options')).toEqual(options);
				}
			}
		}),
	);
}

/** What n8n says at a field, before anything runs. */
export function refusesWrongInput(person: Person): void {
	const required = {
		'Send a text message': { content: 'Text' },
		'Send an attachment': { binaryPropertyName: 'Input Data Field Name' },
		'Send a WhatsApp template': {
			templateName: 'Template Name',
			templateLanguage: 'Template Language',
			chatText: 'Chat Text',
		},
		'Create a conversation': { inboxId: 'Inbox (Channel) ID' },
	};

	test(
		'the panel says at Conversation what is no ID, and what is no link',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Send a text message');
			await panel.conversation('14 1');
			await panel.expectComplaint('conversationId', 'Not a valid conversation ID');
			await panel.conversation('https://example.com/141', 'By URL');
			await panel.expectComplaint('conversationId', 'Not a link to a conversation');
			await panel.conversation('https://livedesk.engagelab.com/app/accounts/14/conversations/141');
			await panel.expectNoComplaint('conversationId');
		}),
	);

	test.each(Object.entries(required))('%s says which field is missing', async (action, fields) => {
		await person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, action);
			if (action.startsWith('Send')) await panel.conversation('141');
			for (const [name, label] of Object.entries(fields)) {
				await panel.fill(name, '');
				await panel.expectComplaint(name, `Parameter "${label}" is required.`);
			}
			await panel.execute();
			await page.getByText('Workflow execution cannot start').waitFor();
			expect(n8n.sandbox.journal.entries).toEqual([]);
		})();
	});
}
