import type { IDataObject } from 'n8n-workflow';
import { isoDate, numberLike, present } from '../projection';
import { asObject, isId, isObject, type JsonObject } from '../values';

/**
 * @param body LiveDesk's response: the conversation is the whole of it [D: message/create-conversation], or in `payload`
 * as other resources are
 * @returns the conversation: an object with an ID; undefined where there is none
 */
export function conversationIn(body: JsonObject): JsonObject | undefined {
	return [body.payload, body].filter(isObject).find(({ id }) => isId(id));
}

/**
 * What n8n shows of a new conversation.
 *
 * @param body LiveDesk's response as it came
 * @param request the body of the request, for what the response lacks
 * @returns its ID under two names, so that a message node after it can be chained by name
 */
export function conversationOutput(
	body: JsonObject,
	request: JsonObject,
	simplified: boolean,
): IDataObject {
	if (!simplified) return body as IDataObject;
	const conversation = conversationIn(body) ?? {};
	const sender = asObject(asObject(conversation.meta).sender);
	return present({
		id: conversation.id,
		conversation_id: conversation.id,
		inbox_id: conversation.inbox_id ?? request.inbox_id,
		contact_id: conversation.contact_id ?? sender.id ?? request.contact_id,
		status: conversation.status,
		created_at: isoDate(conversation.created_at),
	});
}

/**
 * What n8n shows of a conversation whose status was changed.
 *
 * @param body LiveDesk's response as it came; what matters is in its `payload` [C]
 * @param path the IDs in the request's URL, for responses that lack them
 */
export function statusOutput(
	body: JsonObject,
	path: Readonly<Record<string, string>>,
	simplified: boolean,
): IDataObject {
	if (!simplified) return body as IDataObject;
	const payload = isObject(body.payload) ? body.payload : body;
	const { snoozed_until: until } = payload;
	return present({
		conversation_id: payload.conversation_id ?? numberLike(path.conversation_id),
		status: payload.current_status,
		snoozed_until: isoDate(until) ?? until,
	});
}
