import { addNode } from '../../../harness/browser/nodeCreator';
import { Panel } from '../../../harness/browser/panel';
import type { Person } from '../support/useEditor';
import type { Instance } from '../support/instance';
import { byId } from '../../../harness/livedesk';
import { liveDesk, node, workflow } from '../../../harness/workflow';
import { CONVERSATION, sees } from './sees';

const LINK = 'https://livedesk.engagelab.com/app/accounts/14/conversations/142?status=open';

/** A person runs each operation, reads what came out, and looks at the chat. */
export function runsOperations(person: Person): void {
	test(
		'the node creates a contact, and a conversation with it',
		person(async ({ n8n, page }) => {
			const contactPanel = await addNode(page, n8n.url, 'Create a contact');
			await contactPanel.fill('inboxId', '523');
			await contactPanel.fill('name', 'Mary Jones');
			await contactPanel.fill('email', 'mary@example.com');
			await contactPanel.execute();
			const contact = await contactPanel.output.row('Mary Jones');
			expect(contact).toMatchObject({ email: 'mary@example.com', inbox_id: '523' });

			const panel = await addNode(page, n8n.url, 'Create a conversation');
			await panel.fill('inboxId', '523');
			await panel.locate('contactId', contact.id ?? '', 'By ID');
			await panel.execute();
			const row = await panel.output.row(contact.id ?? '');
			expect(row).toMatchObject({ contact_id: contact.id, inbox_id: '523' });
			expect(n8n.sandbox.messages(row.conversation_id ?? '')).toEqual([]);
		}),
	);

	test(
		'the node sends a text',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Send a text message');
			await panel.conversation(CONVERSATION);
			await panel.fill('content', 'Your order has shipped');
			await panel.execute();
			const row = await panel.output.row('Your order has shipped');
			expect(row).toMatchObject({
				conversation_id: CONVERSATION,
				status: 'sent',
				private: 'false',
			});
			await sees(n8n, page, 'Your order has shipped', [`#${row.id}`]);
		}),
	);

	test(
		'the node sends a private note, by a link to the conversation',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Send a text message');
			await panel.conversation(LINK, 'By URL');
			await panel.fill('content', 'The customer rang twice');
			await panel.addField('Additional Fields', 'Private Note');
			await panel.toggle('private');
			await panel.execute();
			const row = await panel.output.row('The customer rang twice');
			expect(row).toMatchObject({ conversation_id: '142', private: 'true' });
			await sees(n8n, page, 'The customer rang twice', ['Private note'], '142');
		}),
	);

	test(
		'the node sends the file that a node before gives',
		person(async ({ n8n, page }) => {
			const id = await saveFileWorkflow(n8n);
			const panel = await Panel.open(page, n8n.url, id, 'LiveDesk');
			await panel.fill('caption', 'Here is your invoice');
			await panel.execute();
			const row = await panel.output.row('Here is your invoice');
			expect(row).toMatchObject({ status: 'sent' });
			await sees(n8n, page, 'Here is your invoice', ['invoice.txt']);
		}),
	);

	test(
		'the node tells why the channel refused a message, and sends it again',
		person(async ({ n8n, page }) => {
			n8n.sandbox.script({ failed: '131047: Re-engagement message' });
			const failing = await addNode(page, n8n.url, 'Send a text message');
			await failing.conversation(CONVERSATION);
			await failing.fill('content', 'Are you still there?');
			await failing.execute();
			await failing.output.error
				.getByText('The 24-hour window to reply on WhatsApp has closed')
				.waitFor();
			const [message] = n8n.sandbox.messages(CONVERSATION);
			await sees(n8n, page, 'Are you still there?', ['131047: Re-engagement message']);

			const panel = await addNode(page, n8n.url, 'Retry a failed message');
			await panel.conversation(CONVERSATION);
			await panel.fill('messageId', String(message?.id));
			await panel.execute();
			const row = await panel.output.row(String(message?.id));
			expect(row).toMatchObject({ id: String(message?.id), status: 'sent' });
			expect(n8n.sandbox.messages(CONVERSATION)).toHaveLength(1);
		}),
	);
}

/** A workflow whose second node makes a file, which its third sends. */
async function saveFileWorkflow({ rest }: Instance): Promise<string> {
	const [credential] = await rest.call<Array<{ id: string; name: string }>>(
		'GET',
		'/rest/credentials',
	);
	const file = node('File', 'n8n-nodes-base.convertToFile', {
		operation: 'toText',
		sourceProperty: 'text',
		options: { fileName: 'invoice.txt' },
	});
	const attachment = { operation: 'sendAttachment', conversationId: byId(CONVERSATION) };
	const send = liveDesk(attachment, {
		credentials: { liveDeskApi: { id: credential?.id ?? null, name: credential?.name ?? '' } },
		position: [400, 0],
	});
	const saved = await rest.call<{ id: string }>('POST', '/rest/workflows', {
		active: false,
		...workflow([{ text: 'Two lamps' }], [{ ...file, position: [200, 0] }, send]),
	});
	return saved.id;
}
