import type { IDataObject } from 'n8n-workflow';
import { byId } from '../harness/livedesk';
import { conversations } from './cast';
import { sendTemplate, variables } from './nodes';
import type { Stage } from './stage';
import { runChain } from './workflow';

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
export async function tellByPhone({ desk, told, played, shown }: Stage): Promise<void> {
	const title = Object.keys(STEPS).join(' → ');
	const item = { json: { phone: contact.phoneNumber.replace('+66', '+66 ') } };
	const outputOf = await runChain(desk, title, [item], STEPS);
	const [{ json: message }] = outputOf('Send Template');
	const id = message.conversation_id as number;
	shown.push({ id, inboxId, channel, contact });
	told.push({ conversation: id, text: TEXT, from: 'node', status: 'sent' });
	played.push({ title, outcomes: [{ messageId: message.id as number, status: 'sent' }] });
}
