import type { IDataObject } from 'n8n-workflow';
import { byId } from '../harness/livedesk';
import { conversations } from './conversations';
import { sendTemplate, variables } from './nodes';
import type { Demo } from './demo';
import { runNodes } from './run';

const { contact, inboxId, channel } = conversations[0];
const TEXT = 'คุณสมชาย ออเดอร์ #461 ส่งถึงแล้วค่ะ';

/** The nodes, one behind the other: each goes on with what the one before has put out. */
const STEPS: Record<string, IDataObject> = {
	'Create or Update': {
		resource: 'contact',
		operation: 'upsert',
		inboxId,
		phoneNumber: '={{ $json.phone }}',
	},
	Create: {
		resource: 'conversation',
		operation: 'create',
		inboxId,
		contactId: byId('={{ $json.id }}'),
	},
	'Send Template': {
		...sendTemplate({ bodyVariables: variables('#461') }),
		conversationId: byId('={{ $json.conversation_id }}'),
		chatText: TEXT,
		templateName: 'order_delivered',
	},
	'Update Status': {
		resource: 'conversation',
		operation: 'updateStatus',
		conversationId: byId('={{ $json.conversation_id }}'),
		status: 'resolved',
	},
};

/** A notification knows a phone number alone: the customer is found by it, told, and the conversation is resolved. */
export async function notifyByPhone({ desk, expected, runs, shown }: Demo): Promise<void> {
	const title = Object.keys(STEPS).join(' → ');
	const item = { json: { phone: contact.phoneNumber.replace('+66', '+66 ') } };
	const outputOf = await runNodes(desk, title, [item], STEPS);
	const [{ json: message }] = outputOf('Send Template');
	const id = message.conversation_id as number;
	shown.push({ id, inboxId, channel, contact });
	expected.push({ conversation: id, text: TEXT, from: 'node', status: 'sent' });
	runs.push({ title, outcomes: [{ messageId: message.id as number, status: 'sent' }] });
}
