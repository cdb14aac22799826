export { startSandbox } from './server';
export { defaultConversations } from './contract/seed';
export type { ContactSeed, ConversationSeed } from './contract/seed';
export type { Contact } from './desk/contacts';
export { Journal } from './http/journal';
export type { JournalEntry, JournalPart } from './http/journal';
export type { Kind, MakeBody, TroubleRule } from './trouble/rule';
export type {
	Attachment,
	Channel,
	Message,
	Sandbox,
	SandboxOptions,
	TemplateParams,
} from './types';
