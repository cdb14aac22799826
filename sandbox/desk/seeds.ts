import type { ContactSeed, ConversationSeed } from '../contract/seed';
import { invalid } from '../http/refusal';
import type { Contact, ContactInbox } from './contacts';
import { inboxFor } from './inboxes';
import type { Conversation, Store } from './store';

const contactFields = (seed: ContactSeed): Partial<Contact> => ({
	name: seed.name ?? '',
	email: seed.email ?? null,
	phone_number: seed.phoneNumber ?? null,
	identifier: seed.identifier ?? null,
	blocked: seed.blocked ?? false,
	custom_attributes: seed.customAttributes ?? {},
	additional_attributes: seed.additionalAttributes ?? {},
	labels: seed.labels ?? [],
	last_activity_at: seed.lastActivityAt ?? null,
});

/** What is there before any request. */
export class Seeds {
	private readonly adding: Array<() => unknown> = [];

	constructor(private readonly store: Store) {}

	private keep<T>(add: () => T): T {
		this.adding.push(add);
		return add();
	}

	/** Adds a contact without a conversation. */
	contact(seed: ContactSeed): ContactInbox {
		const { contacts, inboxes } = this.store;
		return this.keep(() => contacts.add(inboxFor(inboxes, seed), contactFields(seed)));
	}

	/**
	 * Adds a conversation with a contact of its own.
	 * Throws a Refusal (422) when its ID is taken or cannot be a URL segment.
	 */
	conversation(seed: ConversationSeed): Conversation {
		const key = String(seed.id);
		if (!/^[\w-]+$/.test(key) || key === '0') {
			throw invalid(`A conversation id is letters, digits, _ and -, and not 0: "${key}"`, 'id');
		}
		const { contacts, conversations, inboxes } = this.store;
		if (conversations.has(key)) throw invalid(`Conversation ${key} exists already`, 'id');
		return this.keep(() => {
			const inbox = inboxFor(inboxes, seed);
			const fields = contactFields({ name: `Customer ${key}`, ...seed.contact });
			const { contact } = contacts.add(inbox, fields);
			return this.store.open(key, { ...seed, inbox, contact });
		});
	}

	/** Forgets contacts and conversations that requests made, and what became of the seeds. */
	restore(): void {
		this.store.conversations.clear();
		this.store.contacts.clear();
		for (const add of this.adding) add();
	}
}
