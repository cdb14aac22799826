import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../checks';
import { isoDate, numberLike, pick, present } from '../output';

/** The fields of LiveDesk's message object that a workflow usually goes on with, in the order shown. */
const PLAIN_FIELDS = ['inbox_id', 'status', 'content', 'private'];
const ATTACHMENT_FIELDS = ['id', 'file_type', 'file_size', 'data_url'];

/**
 * What n8n shows of a message.
 *
 * @param reply LiveDesk's message object, as it came; undefined for an empty reply
 * @param path the IDs that stand in the request's URL, for replies that lack them
 * @param simplified whether to keep only the fields that matter
 * @returns the message; a field that LiveDesk did not send is absent
 */
export function messageOutput(
	reply: IDataObject | undefined,
	path: Readonly<Record<string, string>>,
	simplified: boolean,
): IDataObject {
	const fromRequest = requestIds(path);
	if (reply === undefined) return { ...fromRequest, status: 'sent' };
	if (!simplified) return reply;

	const attributes = isObject(reply.content_attributes) ? reply.content_attributes : {};
	return present({
		id: reply.id ?? fromRequest.id,
		conversation_id: reply.conversation_id ?? fromRequest.conversation_id,
		...pick(reply, PLAIN_FIELDS),
		created_at: isoDate(reply.created_at),
		attachments: Array.isArray(reply.attachments)
			? reply.attachments.filter(isObject).map((file) => present(pick(file, ATTACHMENT_FIELDS)))
			: undefined,
		template: templateName(reply),
		external_error: attributes.external_error ?? undefined,
	});
}

function requestIds(path: Readonly<Record<string, string>>): IDataObject {
	return present({
		id: path.message_id === undefined ? undefined : numberLike(path.message_id),
		conversation_id: numberLike(path.conversation_id),
	});
}

function templateName(reply: IDataObject): unknown {
	const attributes = reply.additional_attributes;
	if (!isObject(attributes) || !isObject(attributes.template_params)) return undefined;
	return attributes.template_params.name;
}
