import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../checks';
import { isoDate, present } from '../output';
import type { ConversationBody } from './create';

/**
 * What n8n shows of a new conversation.
 *
 * @param reply LiveDesk's conversation object, as it came
 * @param body of the request, for what the reply lacks
 * @returns its ID under two names, so that a message node behind it can be chained by name
 */
export function conversationOutput(
	reply: IDataObject,
	body: ConversationBody,
	simplified: boolean,
): IDataObject {
	if (!simplified) return reply;
	const meta = isObject(reply.meta) ? reply.meta : {};
	const sender = isObject(meta.sender) ? meta.sender : {};
	const asked = 'contact_id' in body ? body.contact_id : undefined;
	return present({
		id: reply.id,
		conversation_id: reply.id,
		inbox_id: reply.inbox_id ?? body.inbox_id,
		contact_id: reply.contact_id ?? sender.id ?? asked,
		status: reply.status,
		created_at: isoDate(reply.created_at),
	});
}
