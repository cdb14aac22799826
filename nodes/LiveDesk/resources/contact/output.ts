import type { IDataObject } from 'n8n-workflow';
import { isoDate, pick, present } from '../projection';
import { asObject, isId, isObject, type JsonObject } from '../values';

/** The fields of LiveDesk's contact object that a workflow usually goes on with, in the order shown. */
const PLAIN_FIELDS = ['id', 'name', 'email', 'phone_number', 'identifier'];

/**
 * @param body LiveDesk's response: the contact is in `payload.contact` [D: contact/create-contact], in `payload` [C], or
 * the whole of it
 * @returns the contact: an object with an ID; undefined where there is none
 */
export function contactIn(body: JsonObject): JsonObject | undefined {
	const payload = asObject(body.payload);
	return [payload.contact, payload, body].filter(isObject).find(({ id }) => isId(id));
}

/**
 * What n8n shows of a new contact.
 *
 * @param body LiveDesk's response as it came; `payload.contact_inbox`, where there is one, is the channel's view of the
 * contact [C]
 * @param inboxId of the request, for responses that lack it
 */
export function contactOutput(
	body: JsonObject,
	inboxId: unknown,
	simplified: boolean,
): IDataObject {
	if (!simplified) return body as IDataObject;
	const payload = isObject(body.payload) ? body.payload : body;
	const contactInbox = asObject(payload.contact_inbox);
	const inbox = asObject(contactInbox.inbox);
	return present({
		...pick(contactIn(body) ?? {}, PLAIN_FIELDS),
		inbox_id: inbox.id ?? inboxId,
		source_id: contactInbox.source_id ?? undefined,
	});
}

/**
 * What n8n shows of a contact that Create or Update has found, made or changed.
 *
 * @param body the contact in `payload.contact`, its place in the inbox in `payload.contact_inbox`, and `created`
 * @returns without `simplified`, the contact as it came: three kinds of responses wrap it in three ways
 */
export function savedOutput(body: JsonObject, simplified: boolean): IDataObject {
	if (!simplified) return (contactIn(body) ?? {}) as IDataObject;
	return present({ ...contactOutput(body, undefined, true), created: body.created });
}

/** The fields of a contact among many, before its times. */
const LISTED_FIELDS = [...PLAIN_FIELDS, 'blocked', 'custom_attributes'];

/** @returns the contacts of all pages, each an item of its own */
export function listedOutput({ payload }: JsonObject, simplified: boolean): IDataObject[] {
	const contacts = Array.isArray(payload) ? payload.filter(isObject) : [];
	if (!simplified) return contacts as IDataObject[];
	return contacts.map((contact) =>
		present({
			...pick(contact, LISTED_FIELDS),
			last_activity_at: isoDate(contact.last_activity_at),
			created_at: isoDate(contact.created_at),
		}),
	);
}
