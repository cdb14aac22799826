import type { IDataObject } from 'n8n-workflow';
import { isoDate, numberLike, pick, present } from '../projection';
import { asObject, isObject, type JsonObject } from '../values';

/** The fields of LiveDesk's message object that a workflow usually goes on with, in the order shown. */
const PLAIN_FIELDS = ['inbox_id', 'status', 'content', 'private'];
const ATTACHMENT_FIELDS = ['id', 'file_type', 'file_size', 'data_url'];

/**
 * What n8n shows of a message.
 *
 * @param body LiveDesk's message object as it came; undefined for an empty response
 * @param path the IDs in the request's URL, for responses that lack them
 * @param simplified whether to keep only the fields that matter
 * @returns the message; a field that LiveDesk did not send is absent. Of an empty response it has the IDs alone: no
 * status is known.
 */
export function messageOutput(
	body: JsonObject | undefined,
	path: Readonly<Record<string, string>>,
	simplified: boolean,
): IDataObject {
	if (body !== undefined && !simplified) return body as IDataObject;
	const message = body ?? {};
	const attributes = asObject(message.content_attributes);
	return present({
		id: message.id ?? idIn(path.message_id),
		conversation_id: message.conversation_id ?? idIn(path.conversation_id),
		...pick(message, PLAIN_FIELDS),
		created_at: isoDate(message.created_at),
		attachments: Array.isArray(message.attachments)
			? message.attachments.filter(isObject).map((file) => present(pick(file, ATTACHMENT_FIELDS)))
			: undefined,
		template: templateName(message),
		external_error: attributes.external_error ?? undefined,
	});
}

const idIn = (segment: string | undefined) =>
	segment === undefined ? undefined : numberLike(segment);

function templateName({ additional_attributes: attributes }: JsonObject): unknown {
	if (!isObject(attributes) || !isObject(attributes.template_params)) return undefined;
	return attributes.template_params.name;
}
