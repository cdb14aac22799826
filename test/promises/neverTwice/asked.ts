import type { IDataObject } from 'n8n-workflow';
import { byId, type LiveDesk, type Result } from '../../../harness/livedesk';
import { proceed } from '../../support/settings';

/** Something that LiveDesk answers with an ID. */
export interface Asked {
	name: string;
	parameters: IDataObject;
	/** @param source of a contact that LiveDesk has */
	item: (index: number, source: string) => IDataObject;
	/** Where LiveDesk puts the ID. */
	idsIn: string[][];
	/** Whether an empty response is documented. */
	takesEmpty?: boolean;
}

export const asked: Asked[] = [
	{
		name: 'a message',
		parameters: { conversationId: byId(1), content: '={{ $json.text }}' },
		item: (index) => ({ text: String(index) }),
		idsIn: [['id']],
	},
	{
		name: 'a contact',
		parameters: {
			resource: 'contact',
			operation: 'create',
			inboxId: '79',
			email: '={{ $json.email }}',
		},
		item: (index) => ({ email: `a${index}@b.example` }),
		idsIn: [['id'], ['payload', 'id'], ['payload', 'contact', 'id']],
	},
	{
		name: 'a conversation',
		parameters: {
			resource: 'conversation',
			operation: 'create',
			inboxId: '79',
			contactBy: 'sourceId',
			sourceId: '={{ $json.source }}',
		},
		item: (_, source) => ({ source }),
		idsIn: [['id'], ['payload', 'id']],
	},
	{
		name: 'a retry',
		parameters: { operation: 'retry', conversationId: byId(1), messageId: '={{ $json.id }}' },
		item: (index) => ({ id: 5_000 + index }),
		idsIn: [['id']],
		takesEmpty: true,
	},
];

/** One item for each body, in order; every response is the body, with HTTP 200. */
export async function answeredWith(
	{ sandbox, send }: LiveDesk,
	{ parameters, item }: Asked,
	bodies: string[],
	node = {},
): Promise<Result> {
	sandbox.reset();
	const { source_id: source } = sandbox.addContact({ name: 'Alice', inboxId: 79 });
	for (const index of bodies.keys()) {
		sandbox.addMessage(1, { id: 5_000 + index, status: 'failed' });
	}
	const headers = { 'content-type': 'application/json' };
	for (const body of bodies) sandbox.script({ body, headers });
	return await send({
		parameters: { ...parameters, options: { parallelConversations: 1 } },
		items: [...bodies.keys()].map((index) => item(index, source)),
		node: { ...proceed, ...node },
	});
}
