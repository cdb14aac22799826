import type { ListSearch } from '../../delivery/operation';
import { contactsOn, mayGoOn, PAGE_SIZE, pageRequest, type Contact } from './pages';

/** What the editor offers under From List. */
export const list: ListSearch = {
	request: (term, page) =>
		pageRequest(
			{
				...(term === '' ? {} : { q: term }),
				include_contact_inboxes: 'false',
				sort: 'name',
			},
			page,
		),
	entries: (body) =>
		contactsOn(body).map((contact) => ({ name: title(contact), value: contact.id })),
	hasMore: (body, page) => contactsOn(body).length > 0 && mayGoOn(body, page * PAGE_SIZE),
};

/** Two people may have one name: what else they are known by tells them apart. */
function title({ id, name, email, phone_number, identifier }: Contact): string {
	const isShown = (value: unknown) => typeof value === 'string' && value.trim() !== '';
	const [called, by] = [name, [email, phone_number, identifier].find(isShown)];
	if (isShown(called) && by !== undefined) return `${called} (${by})`;
	return String([called, by].find(isShown) ?? `Contact ${id}`);
}
