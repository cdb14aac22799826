import { addNode } from '../../../harness/browser/nodeCreator';
import type { Person } from '../support/useEditor';
import { CONVERSATION, sees } from './sees';

/** A person sends templates, and looks at them in the chat. */
export function runsTemplates(person: Person): void {
	test(
		'the node sends a template with variables and buttons',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Send a WhatsApp template');
			await panel.conversation(CONVERSATION);
			await panel.fill('templateName', 'order_update');
			await panel.fill('chatText', 'Order update for John');
			for (const value of ['John', 'on its way']) {
				await (await panel.addRow('bodyVariables')).fill('value', value);
			}
			await (await panel.addRow('buttons')).fill('text', 'track/12345');
			const reply = await panel.addRow('buttons');
			await reply.fill('index', '1');
			await reply.choose('subType', 'Quick Reply');
			await reply.fill('payload', 'OPT_OUT');
			await panel.execute();
			const row = await panel.output.row('order_update');
			expect(row).toMatchObject({ status: 'sent', template: 'order_update' });
			const card = ['{{1}}', 'John', '{{2}}', 'on its way', 'track/12345', 'OPT_OUT'];
			await sees(n8n, page, 'Order update for John', card);
		}),
	);

	test(
		'the node sends a template by JSON',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, 'Send a WhatsApp template');
			await panel.conversation(CONVERSATION);
			await panel.fill('templateName', 'greeting');
			await panel.fill('chatText', 'Greeting for Mary');
			await panel.choose('parameterMode', 'Using JSON');
			await panel.fillJson('parametersJson', '{ "processed_params": { "name": "Mary" } }');
			await panel.execute();
			await panel.output.row('greeting');
			await sees(n8n, page, 'Greeting for Mary', ['{{name}}', 'Mary']);
		}),
	);
}
