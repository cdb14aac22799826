import { Contacts } from './contacts';
import type { Contact } from './contacts';
import type { Events } from './events';
import { inboxFor, knownInboxes } from './inboxes';
import type { Inbox } from './inboxes';
import { agent, customer } from './senders';
import type { Channel, ConversationSeed, Message } from './types';

export interface Conversation {
	/** as replies give it: an integer when it looks like one */
	id: number | string;
	inbox: Inbox;
	channel: Channel;
	contact: Contact;
	messages: Map<number, Message>;
}

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

	/** Adds a conversation; throws when its id is taken or cannot be a URL segment. */
	seed(seed: ConversationSeed): Conversation {
		const key = String(seed.id);
		if (!/^[\w-]+$/.test(key) || key === '0') {
			throw new Error(`A conversation id is letters, digits, _ and -, and not 0: "${key}"`);
		}
		if (this.conversations.has(key)) throw new Error(`Conversation ${key} exists already`);
		const inbox = inboxFor(this.inboxes, seed);
		const { contact } = this.contacts.add(inbox, {
			name: seed.contact?.name ?? `Customer ${key}`,
			email: seed.contact?.email ?? null,
			phone_number: seed.contact?.phoneNumber ?? null,
		});
		return this.open(key, inbox, contact, seed.channel ?? inbox.channel);
	}

	/** Starts a conversation under the next free number. */
	start(inbox: Inbox, contact: Contact): Conversation {
		const taken = [...this.conversations.values()].map(({ id }) => Number(id) || 0);
		return this.open(String(Math.max(142, ...taken) + 1), inbox, contact, inbox.channel);
	}

	private open(key: string, inbox: Inbox, contact: Contact, channel: Channel): Conversation {
		const conversation = { id: replied(key), inbox, contact, channel, messages: new Map() };
		this.conversations.set(key, conversation);
		this.events.tell('conversations', {});
		return conversation;
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
