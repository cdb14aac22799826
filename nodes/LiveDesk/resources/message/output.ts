import type { IDataObject } from 'n8n-workflow';
import { isObject, type JsonObject } from '../checks';

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

/** LiveDesk writes IDs as integers: so do the ones that come from the request. */
function numberLike(id: string): string | number {
	return String(Number(id)) === id && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function templateName(reply: IDataObject): unknown {
	const attributes = reply.additional_attributes;
	if (!isObject(attributes) || !isObject(attributes.template_params)) return undefined;
	return attributes.template_params.name;
}

/** @param createdAt unix seconds, as LiveDesk's replies have them, or a date in text */
function isoDate(createdAt: unknown): string | undefined {
	if (typeof createdAt !== 'number' && typeof createdAt !== 'string') return undefined;
	const date = new Date(typeof createdAt === 'number' ? createdAt * 1000 : createdAt);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function pick(object: JsonObject, keys: string[]): JsonObject {
	return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

function present(object: JsonObject): IDataObject {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined),
	) as IDataObject;
}
