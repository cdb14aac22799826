import type { CheckedFact } from './types';

/** A note with a file, as multipart/form-data. */
export const file = [
	{
		id: 'file.accepted',
		check: 'file',
		statement: 'A note with a file in attachments[] is answered with 2xx and the message',
		source: 'S',
		use: 'Send Attachment sends it.',
		expected: 'delivered',
		otherwise: 'Send Attachment does not work here; its words are below.',
		needed: true,
	},
	{
		id: 'file.private',
		check: 'file',
		statement: 'private in a form is understood: only agents see the file',
		source: 'C',
		use: 'Private Note of Send Attachment promises that customers do not see it.',
		expected: 'true',
		otherwise: 'Files of private notes may reach the customer: do not use Private Note for them.',
		needed: true,
	},
	{
		id: 'file.content',
		check: 'file',
		statement: 'content in a form is the caption, as sent',
		source: 'S',
		use: 'Caption sends it.',
		expected: 'as sent',
		otherwise: 'Captions are lost, or changed on their way.',
		needed: true,
	},
	{
		id: 'file.in_reply_to',
		check: 'file',
		statement: 'content_attributes[in_reply_to] in a form is understood',
		source: 'C',
		use: 'In Reply To Message ID of Send Attachment sends it.',
		expected: 'as sent',
		otherwise: 'Attachments may appear without the message that they reply to.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
