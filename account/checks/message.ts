import type { Answer } from '../node';

/** The fields of a message. Source: [S] */
export const MESSAGE = [
	'id',
	'content',
	'inbox_id',
	'conversation_id',
	'message_type',
	'content_type',
	'status',
	'content_attributes',
	'created_at',
	'private',
	'source_id',
	'sorting_id',
	'sender',
	'attachments',
	'additional_attributes',
];

/** The words of a message that has not failed. Source: [S], 'read' [C] */
export const ACCEPTED: readonly unknown[] = ['sent', 'delivered', 'read'];
export const isAccepted = (status: unknown): boolean => ACCEPTED.includes(status);

/** What LiveDesk said in place of a message. */
export const refusalOf = (answer: Extract<Answer, { kind: 'error' }>): string =>
	answer.httpCode === undefined ? answer.outcome : `${answer.outcome}, ${answer.httpCode}`;
