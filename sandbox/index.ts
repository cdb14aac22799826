export { startSandbox } from './server';
export { Journal } from './journal';
export type { JournalEntry, JournalPart } from './journal';
export type {
	Attachment,
	Channel,
	ConversationSeed,
	Kind,
	Message,
	Sandbox,
	SandboxOptions,
	TemplateParams,
	TroubleRule,
} from './types';
