import { expectSeen } from '../support/expectSeen';
import { Panel } from '../../../harness/browser/panel';
import type { Person } from '../support/useEditor';
import { byId } from '../../../harness/livedesk';
import { liveDesk, workflow } from '../../../harness/workflow';
import { CONVERSATION } from './sees';

/** What n8n shows of an operation's output before anything has run. */
export function showsSchema(person: Person): void {
	const before = {
		'Send Text': [{ content: 'Hello' }, ['id', 'conversation_id', 'status', 'content']],
		'Get Many': [
			{ resource: 'contact', operation: 'getAll' },
			['id', 'name', 'email', 'phone_number', 'blocked'],
		],
		'Update Status': [
			{ resource: 'conversation', operation: 'updateStatus', conversationId: byId(CONVERSATION) },
			['conversation_id', 'status'],
		],
	} as const;

	test.each(Object.entries(before))(
		'%s gives fields to drag before its first run',
		async (_, [parameters, fields]) => {
			await person(async ({ n8n, page }) => {
				const nodes = [
					liveDesk({ conversationId: byId(CONVERSATION), ...parameters }, { position: [200, 0] }),
					liveDesk({ operation: 'retry' }, { position: [400, 0] }, 'Next'),
				];
				const saved = await n8n.rest.call<{ id: string }>('POST', '/rest/workflows', {
					active: false,
					...workflow([], nodes),
					pinData: {},
				});
				const panel = await Panel.open(page, n8n.url, saved.id, 'Next');
				await panel.input.getByText('Usually outputs the following fields').waitFor();
				for (const field of fields) await panel.schemaField(field).waitFor();

				await panel.drag(fields[0], 'messageId');
				const text = async () => (await panel.parameter('messageId').innerText()).trim();
				await expectSeen(async () => (await text()).includes(`{{ $json.${fields[0]} }}`), true);
				expect(n8n.sandbox.journal.entries).toEqual([]);
			})();
		},
	);
}
