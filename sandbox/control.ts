import { parse } from './contract/schema';
import { contactSeed, conversationSeed } from './contract/seed';
import type { Files } from './desk/files';
import type { Seeds } from './desk/seeds';
import type { Store } from './desk/store';
import type { Journal } from './http/journal';
import { troubleRule } from './trouble/rule';
import type { Trouble } from './trouble/trouble';
import type { Sandbox } from './types';

/** What code may do with a running sandbox, beside its requests. */
export function controls(
	store: Store,
	seeds: Seeds,
	files: Files,
	journal: Journal,
	trouble: Trouble,
) {
	function found<T>(value: T | undefined, what: string): T {
		if (value === undefined) throw new Error(`There is no ${what}`);
		return value;
	}
	const conversation = (id: string | number) =>
		found(store.conversations.get(String(id)), `conversation ${id}`);
	const reset = () => {
		store.clear();
		files.clear();
		trouble.clear();
		journal.clear();
	};
	return {
		journal,
		addConversation: (seed) => void seeds.conversation(parse(conversationSeed, seed)),
		addContact(seed) {
			const { contact, source_id } = seeds.contact(parse(contactSeed, seed));
			return { ...contact, source_id };
		},
		contacts: () => store.contacts.all().map(({ contact }) => structuredClone(contact)),
		setLabels: (id, labels) =>
			store.contacts.change(found(store.contacts.get(id), `contact ${id}`).contact, { labels }),
		addMessage: (id, message) => store.add(conversation(id), message),
		messages: (id) => [...conversation(id).messages.values()],
		status(id) {
			const { status, snoozedUntil } = conversation(id);
			return { status, snoozed_until: snoozedUntil };
		},
		file: (id) => found(files.get(id), `attachment ${id}`).path,
		script: (rule) => trouble.add(troubleRule(rule)),
		reset,
		restore() {
			reset();
			seeds.restore();
		},
	} satisfies Partial<Sandbox>;
}
