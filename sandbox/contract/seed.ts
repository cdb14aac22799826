import { z } from 'zod';
import { status } from './conversation';
import { anyText, flag, integer, json, list, oneOf, shape } from './schema';

export const channel = oneOf('whatsapp', 'api', 'web_widget');

const person = shape({
	name: anyText.optional(),
	phoneNumber: anyText.optional(),
	email: anyText.optional(),
	identifier: anyText.optional(),
	blocked: flag.optional(),
	customAttributes: json.optional(),
	additionalAttributes: json.optional(),
	labels: list(anyText).optional(),
	/** unix seconds */
	lastActivityAt: integer.optional(),
});

/** An inbox by its ID or its channel. Default: the inbox of the channel, or 79 */
const place = { inboxId: integer.optional(), channel: channel.optional() };

/** A contact without a conversation. */
export const contactSeed = person.extend(place);

export const conversationSeed = shape({
	id: z.union([anyText, integer], { message: 'a string or an integer' }),
	...place,
	contact: person.optional(),
	/** default 'open' */
	status: status.optional(),
	/** unix seconds */
	snoozedUntil: integer.optional(),
});

export type ContactSeed = z.infer<typeof contactSeed>;
export type ConversationSeed = z.infer<typeof conversationSeed>;

/** The conversations of a sandbox that was started without any, and of the demo. */
export const defaultConversations = [
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
] as const satisfies ConversationSeed[];
