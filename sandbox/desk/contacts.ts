import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../contract/schema';
import type { Inbox } from './inboxes';

export interface Contact {
	id: number;
	name: string | null;
	email: string | null;
	phone_number: string | null;
	identifier: string | null;
	thumbnail: string;
	blocked: boolean;
	additional_attributes: JsonObject;
	custom_attributes: JsonObject;
	labels: string[];
	last_activity_at: number | null;
	created_at: number;
}

/** The place of a contact in an inbox. */
export interface ContactInbox {
	contact: Contact;
	inbox: Inbox;
	source_id: string;
}

const uniqueFields = ['email', 'phone_number', 'identifier'] as const;
export type UniqueField = (typeof uniqueFields)[number];

/** Email is compared without regard to case. Source: [C] */
const compared = (field: UniqueField, value: string | null | undefined) =>
	field === 'email' ? value?.toLowerCase() : value;

/** The people that the desk knows. */
export class Contacts {
	private readonly places = new Map<number, ContactInbox>();

	/** @param tell hears of each contact that is added or changed */
	constructor(private readonly tell: () => void) {}

	/** Adds a contact to an inbox, without a check whether somebody has its number already. */
	add(inbox: Inbox, fields: Partial<Contact>): ContactInbox {
		const contact: Contact = {
			name: '',
			email: null,
			phone_number: null,
			identifier: null,
			thumbnail: '',
			blocked: false,
			additional_attributes: {},
			custom_attributes: {},
			labels: [],
			last_activity_at: null,
			...fields,
			id: this.places.size + 1,
			created_at: Math.floor(Date.now() / 1000),
		};
		const place = { contact, inbox, source_id: randomUUID() };
		this.places.set(contact.id, place);
		this.tell();
		return place;
	}

	/** Changes a contact; its attributes are merged into what is there. */
	change(contact: Contact, fields: Partial<Contact>): void {
		const { custom_attributes: custom, additional_attributes: additional } = contact;
		Object.assign(contact, fields, {
			custom_attributes: { ...custom, ...fields.custom_attributes },
			additional_attributes: { ...additional, ...fields.additional_attributes },
		});
		this.tell();
	}

	/** The fields by which a contact other than `self` is known already. */
	taken(fields: Partial<Contact>, self?: Contact): UniqueField[] {
		const others = this.all().filter(({ contact }) => contact !== self);
		return uniqueFields.filter((field) => {
			const wanted = compared(field, fields[field]);
			return wanted && others.some(({ contact }) => compared(field, contact[field]) === wanted);
		});
	}

	/** All of them, in the order in which they came. */
	all(): ContactInbox[] {
		return [...this.places.values()];
	}

	get(id: number): ContactInbox | undefined {
		return this.places.get(id);
	}

	/** The contact that an inbox knows under a source ID. */
	bySource(sourceId: string, inboxId: number): ContactInbox | undefined {
		return this.all().find(
			({ source_id: known, inbox }) => known === sourceId && inbox.id === inboxId,
		);
	}

	clear(): void {
		this.places.clear();
	}
}
