import type { z } from 'zod';
import type { templateParams } from './contract/message';
import type { JsonObject } from './contract/schema';
import type { channel, ContactSeed, ConversationSeed } from './contract/seed';
import type { Status } from './desk/store';
import type { Contact } from './desk/contacts';
import type { Journal } from './http/journal';
import type { TroubleRule } from './trouble/rule';

export type Channel = z.infer<typeof channel>;
export type TemplateParams = z.infer<typeof templateParams>;

export interface SandboxOptions {
	/** default 0: any free port */
	port?: number;
	/** default 'sandbox-key' */
	apiKey?: string;
	/** default 'sandbox-secret' */
	apiSecret?: string;
	/** default: 141 (WhatsApp, Thai) and 142 (website, English) */
	conversations?: readonly ConversationSeed[];
	/** contacts on a page of a search; default 15, as documented */
	pageSize?: number;
}

export interface Sandbox {
	/** http://127.0.0.1:PORT, the credential's base URL and the chat page's address */
	readonly url: string;
	readonly apiKey: string;
	readonly apiSecret: string;
	readonly journal: Journal;
	readonly credentials: { apiKey: string; apiSecret: string; baseUrl: string };
	/** Adds a conversation; throws when the ID is taken or cannot be a URL segment. */
	addConversation(seed: ConversationSeed): void;
	/** Adds a contact without a conversation; whether it is known already is not checked. */
	addContact(seed: ContactSeed): Contact & { source_id: string };
	/** All contacts, in the order in which they came. */
	contacts(): Contact[];
	/** Gives a contact these labels in place of those it has; throws when there is none. */
	setLabels(contactId: number, labels: string[]): void;
	/** Adds a message, e.g. an incoming one of the customer, and returns it as stored. */
	addMessage(conversation: string | number, message: Partial<Message>): Message;
	messages(conversation: string | number): Message[];
	/** The status of a conversation, and until when it is snoozed: unix seconds, or null. */
	status(conversation: string | number): { status: Status; snoozed_until: number | null };
	/** Path of the stored upload on disk; throws when there is none. */
	file(attachmentId: number): string;
	script(rule: TroubleRule): void;
	/** Forgets messages, journal, script and files; keeps conversations and contacts. */
	reset(): void;
	/** Like reset; contacts and conversations are again just those added in code, as they were. */
	restore(): void;
	/** Closes the server with all its connections at once and deletes its temp folder. */
	close(): Promise<void>;
}

export interface Attachment {
	id: number;
	message_id: number;
	file_type: 'image' | 'audio' | 'video' | 'file';
	account_id: number;
	extension: string | null;
	data_url: string;
	thumb_url?: string;
	file_size: number;
	width: number | null;
	height: number | null;
}

/** A message as the desk keeps it; replies are projections of it. */
export interface Message {
	id: number;
	content: string | null;
	inbox_id: number;
	conversation_id: number | string;
	/** 0 from the customer, 1 from an agent */
	message_type: number;
	content_type: string;
	status: string;
	content_attributes: JsonObject;
	created_at: number;
	private: boolean;
	source_id: string | null;
	sorting_id: number;
	sender: JsonObject;
	attachments?: Attachment[];
	additional_attributes?: { template_params?: TemplateParams };
}
