import { randomUUID } from 'node:crypto';
import type { Inbox } from './inboxes';

export interface Contact {
	id: number;
	name: string;
	email: string | null;
	phone_number: string | null;
	identifier: string | null;
	thumbnail: string;
	created_at: number;
}

/** The place of a contact in an inbox. */
export interface ContactInbox {
	contact: Contact;
	inbox: Inbox;
	source_id: string;
}

const uniqueFields = ['email', 'phone_number', 'identifier'] as const;

/** The people that the desk knows. */
export class Contacts {
	private readonly contacts = new Map<number, Contact>();
	private readonly places = new Map<string, ContactInbox>();

	/** @param tell hears of each contact that is added */
	constructor(private readonly tell: () => void) {}

	/** Adds a contact to an inbox, without a check whether somebody has its number already. */
	add(inbox: Inbox, fields: Partial<Contact>): ContactInbox {
		const contact: Contact = {
			name: '',
			email: null,
			phone_number: null,
			identifier: null,
			thumbnail: '',
			...fields,
			id: this.contacts.size + 1,
			created_at: Math.floor(Date.now() / 1000),
		};
		const place = { contact, inbox, source_id: randomUUID() };
		this.contacts.set(contact.id, contact);
		this.places.set(place.source_id, place);
		this.tell();
		return place;
	}

	/** The fields by which another contact is known already. */
	taken(fields: Partial<Contact>): string[] {
		const others = [...this.contacts.values()];
		return uniqueFields.filter(
			(field) => fields[field] && others.some((other) => other[field] === fields[field]),
		);
	}

	/** All of them, in the order in which they came. */
	all(): ContactInbox[] {
		return [...this.places.values()];
	}

	get(id: number): Contact | undefined {
		return this.contacts.get(id);
	}

	/** The contact that an inbox knows under a source id. */
	bySource(sourceId: string, inboxId: number): Contact | undefined {
		const place = this.places.get(sourceId);
		return place?.inbox.id === inboxId ? place.contact : undefined;
	}
}
