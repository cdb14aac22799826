import type { z } from 'zod';
import { Contacts } from './contacts';
import type { Contact } from './contacts';
import type { Events } from './events';
import { knownInboxes } from './inboxes';
import type { Inbox } from './inboxes';
import { agent, customer } from './senders';
import type { status } from '../contract/conversation';
import { invalid } from '../http/refusal';
import type { Channel, Message } from '../types';

export type Status = z.infer<typeof status>;

export interface Conversation {
	/** as replies give it: an integer when it looks like one */
	id: number | string;
	inbox: Inbox;
	channel: Channel;
	contact: Contact;
	status: Status;
	/** unix seconds; null: not snoozed, or without end */
	snoozedUntil: number | null;
	created_at: number;
	messages: Map<number, Message>;
}

type Opening = Pick<Conversation, 'inbox' | 'contact'> &
	Partial<Pick<Conversation, 'channel' | 'status' | 'snoozedUntil'>>;

const firstMessageId = 3030;
const firstAttachmentId = 199;

const replied = (id: string) =>
	/^\d+$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;

const now = () => Math.floor(Date.now() / 1000);

/** Conversations, their messages and contacts; tells the page of each change. */
export class Store {
	readonly conversations = new Map<string, Conversation>();
	readonly contacts: Contacts;
	readonly inboxes = knownInboxes();
	private nextMessageId = firstMessageId;
	private nextAttachmentId = firstAttachmentId;

	constructor(private readonly events: Events) {
		this.contacts = new Contacts(() => events.tell('contacts', {}));
	}

	/** The inbox of a number; throws a Refusal (422) when there is none. */
	inbox(id: number): Inbox {
		const inbox = this.inboxes.get(id);
		if (!inbox) throw invalid(`There is no inbox ${id}`, 'inbox_id');
		return inbox;
	}

	/** Starts a conversation under the next free number. */
	start(inbox: Inbox, contact: Contact): Conversation {
		const taken = [...this.conversations.values()].map(({ id }) => Number(id) || 0);
		return this.open(String(Math.max(142, ...taken) + 1), { inbox, contact });
	}

	/** Adds a conversation under a key that is free. */
	open(key: string, { inbox, contact, ...given }: Opening): Conversation {
		const conversation: Conversation = {
			id: replied(key),
			inbox,
			contact,
			channel: given.channel ?? inbox.channel,
			status: given.status ?? 'open',
			snoozedUntil: given.snoozedUntil ?? null,
			created_at: now(),
			messages: new Map(),
		};
		this.conversations.set(key, conversation);
		this.events.tell('conversations', {});
		return conversation;
	}

	setStatus(conversation: Conversation, to: Status, until: number | null): void {
		Object.assign(conversation, { status: to, snoozedUntil: until });
		this.events.tell('status', { id: conversation.id, status: to, snoozed_until: until });
	}

	takeAttachmentId(): number {
		return this.nextAttachmentId++;
	}

	/** The id that the next message gets. */
	upcomingMessageId(): number {
		return this.nextMessageId;
	}

	/** Adds a message, an agent's text unless its fields say otherwise. */
	add(conversation: Conversation, fields: Partial<Message>): Message {
		const message: Message = {
			id: this.nextMessageId,
			content: null,
			inbox_id: conversation.inbox.id,
			conversation_id: conversation.id,
			message_type: 1,
			content_type: 'text',
			status: 'sent',
			content_attributes: {},
			created_at: now(),
			private: false,
			source_id: null,
			sorting_id: conversation.messages.size + 1,
			sender: fields.message_type === 0 ? customer(conversation.contact) : agent(),
			...fields,
		};
		this.nextMessageId = Math.max(this.nextMessageId, message.id + 1);
		conversation.messages.set(message.id, message);
		if (message.message_type === 0) {
			conversation.contact.last_activity_at = message.created_at;
		}
		this.changed(message);
		return message;
	}

	/** Tells the page that a message is new or has changed. */
	changed(message: Message): void {
		this.events.tell('message', message);
	}

	/** Forgets all messages; keeps conversations and contacts. */
	clear(): void {
		for (const { messages } of this.conversations.values()) messages.clear();
		this.nextMessageId = firstMessageId;
		this.nextAttachmentId = firstAttachmentId;
		this.events.tell('conversations', {});
	}
}
