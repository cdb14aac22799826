import type { ConversationSeed } from '../sandbox';

/** The conversations of the demo, by the customer's name. */
export const SOMCHAI = 141;
export const ALICE = 142;

/** Who writes with whom, and through which channel. */
export const conversations = [
	{
		id: SOMCHAI,
		inboxId: 79,
		channel: 'whatsapp',
		contact: { name: 'สมชาย ใจดี', phoneNumber: '+66812345678' },
	},
	{
		id: ALICE,
		inboxId: 80,
		channel: 'web_widget',
		contact: { name: 'Alice Miller', email: 'alice@example.com' },
	},
] as const satisfies ConversationSeed[];
