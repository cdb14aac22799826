import type { CheckedFact } from './types';

/** A private note that quotes another. */
export const reply = [
	{
		id: 'reply.accepted',
		check: 'reply',
		statement: 'A note with content_attributes.in_reply_to is answered with 2xx and the message',
		source: 'S',
		use: 'In Reply To Message ID sends it.',
		expected: 'delivered',
		otherwise: 'In Reply To Message ID does not work here.',
		needed: true,
	},
	{
		id: 'reply.in_reply_to',
		check: 'reply',
		statement: 'content_attributes.in_reply_to of the reply is the quoted message',
		source: 'C',
		use: 'In Reply To Message ID makes a message a reply; the quote is not read back.',
		expected: 'as sent',
		otherwise: 'Replies may appear without the message that they quote.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
