import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../checks';
import { pick, present } from '../output';

/** The fields of LiveDesk's contact object that a workflow usually goes on with, in the order shown. */
const PLAIN_FIELDS = ['id', 'name', 'email', 'phone_number', 'identifier'];

/**
 * What n8n shows of a new contact.
 *
 * @param reply LiveDesk's answer: the contact stands in `payload.contact`, the channel's view of it in
 * `payload.contact_inbox`, where there is one
 * @param inboxId of the request, for answers that lack it
 */
export function contactOutput(
	reply: IDataObject,
	inboxId: unknown,
	simplified: boolean,
): IDataObject {
	if (!simplified) return reply;
	const payload = isObject(reply.payload) ? reply.payload : reply;
	const contact = isObject(payload.contact) ? payload.contact : payload;
	const contactInbox = isObject(payload.contact_inbox) ? payload.contact_inbox : {};
	const inbox = isObject(contactInbox.inbox) ? contactInbox.inbox : {};
	return present({
		...pick(contact, PLAIN_FIELDS),
		inbox_id: inbox.id ?? inboxId,
		source_id: contactInbox.source_id ?? undefined,
	});
}
