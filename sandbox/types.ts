import type { Journal } from './journal';

export type JsonObject = { [key: string]: unknown };

export type Channel = 'whatsapp' | 'api' | 'web_widget';

/** What a request to the API is about. */
export type Kind =
	| 'text'
	| 'attachment'
	| 'template'
	| 'retry'
	| 'contact'
	| 'conversation'
	| 'other';

export interface ConversationSeed {
	id: string | number;
	/** default: the inbox of the channel, or 79 */
	inboxId?: number;
	contact?: { name?: string; phoneNumber?: string; email?: string };
	channel?: Channel;
}

export interface SandboxOptions {
	/** default 0: any free port */
	port?: number;
	/** default 'sandbox-key' */
	apiKey?: string;
	/** default 'sandbox-secret' */
	apiSecret?: string;
	/** default: 141 (WhatsApp, Thai) and 142 (website, English) */
	conversations?: ConversationSeed[];
}

export interface Sandbox {
	/** http://127.0.0.1:PORT, the credential's base URL and the chat page's address */
	readonly url: string;
	readonly apiKey: string;
	readonly apiSecret: string;
	readonly journal: Journal;
	readonly credentials: { apiKey: string; apiSecret: string; baseUrl: string };
	/** Adds a conversation; throws when the id is taken or cannot be a URL segment. */
	addConversation(seed: ConversationSeed): void;
	/** Adds a message, e.g. an incoming one of the customer, and returns it as stored. */
	addMessage(conversation: string | number, message: Partial<Message>): Message;
	messages(conversation: string | number): Message[];
	/** Path of the stored upload on disk; throws when there is none. */
	file(attachmentId: number): string;
	script(rule: TroubleRule): void;
	/** Forgets messages, journal, script and files; keeps conversations. */
	reset(): void;
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

export interface TemplateParams {
	name: string;
	language: string;
	namespace?: string;
	category?: string;
	processed_params?: Record<string, string>;
	header_params?: JsonObject;
	footer_params?: JsonObject;
	button_params?: JsonObject[];
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

/** Scripted trouble for the next `times` requests that match. */
export interface TroubleRule {
	conversation?: string | number;
	kind?: Kind | Kind[];
	/** only requests whose content equals this */
	content?: string;
	/** default 1; Infinity allowed */
	times?: number;
	latencyMs?: number | [min: number, max: number];
	status?: number;
	headers?: Record<string, string>;
	/** an object is sent as JSON, a string as it is */
	body?: unknown;
	/** an HTML page such as a gateway shows */
	html?: boolean;
	retryAfter?: number | string;
	/** accepted (200), but with status 'failed' and this external_error */
	failed?: string;
	/** destroy the socket: at once, once the message is stored, or amid the reply */
	drop?: 'before-body' | 'after-body' | 'mid-reply';
	/** 302 to this location */
	redirect?: string;
}
