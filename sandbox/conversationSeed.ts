import { anyText, integer, oneOf, shape } from './check';
import type { Check } from './check';
import type { ConversationSeed } from './types';

const id: Check = (value, field) => (typeof value === 'number' ? integer : anyText)(value, field);

const seedShape = shape(
	{ id },
	{
		inboxId: integer,
		contact: shape({}, { name: anyText, phoneNumber: anyText, email: anyText }),
		channel: oneOf('whatsapp', 'api', 'web_widget'),
	},
);

/** Reads a seed that came over HTTP; throws a Refusal (422) that names what is wrong. */
export function conversationSeed(given: unknown): ConversationSeed {
	seedShape(given, '');
	return given as ConversationSeed;
}

/** The conversations of a sandbox that was started without any. */
export const defaultConversations: ConversationSeed[] = [
	{
		id: 141,
		inboxId: 79,
		channel: 'whatsapp',
		contact: { name: 'สมชาย ใจดี', phoneNumber: '+66812345678' },
	},
	{
		id: 142,
		inboxId: 80,
		channel: 'web_widget',
		contact: { name: 'Alice Miller', email: 'alice@example.com' },
	},
];
