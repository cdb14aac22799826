import type { Ending } from '../../../nodes/LiveDesk/delivery/core/ending';
import type { Cause } from '../../../nodes/LiveDesk/delivery/core/cause';
import { explain } from '../../../nodes/LiveDesk/failures/explain';
import type { About, Subject } from '../../../nodes/LiveDesk/failures/words';

export type Untold = Exclude<Ending, { kind: 'delivered' }>;

type Asked = Pick<About, 'path' | 'subject'>;

/** What the operations do, by the node's verbs, with the IDs in their URLs. */
const byVerb: Record<Subject['done'], Asked> = {
	sent: { path: { conversation_id: '141' }, subject: { noun: 'message', done: 'sent' } },
	retried: {
		path: { conversation_id: '141', message_id: '7' },
		subject: { noun: 'message', done: 'retried' },
	},
	created: { path: {}, subject: { noun: 'contact', done: 'created' } },
	updated: { path: { contact_id: '5' }, subject: { noun: 'contact', done: 'updated' } },
	saved: { path: {}, subject: { noun: 'contact', done: 'saved', isRepeatable: true } },
	read: { path: {}, subject: { noun: 'contact', done: 'read', isRepeatable: true } },
	changed: { path: { conversation_id: '141' }, subject: { noun: 'conversation', done: 'changed' } },
};
const newConversation: Asked = { path: {}, subject: { noun: 'conversation', done: 'created' } };

/** The same by noun and verb, e.g. `message sent`. */
export const subjects = Object.fromEntries(
	[...Object.values(byVerb), newConversation].map((asked) => [
		`${asked.subject.noun} ${asked.subject.done}`,
		asked,
	]),
);

/** @returns the words for what happened to a message that was to be sent, or to another subject */
export function wordsOf(ending: Untold, about: Partial<About> = {}) {
	return explain(ending, { ...subjects['message sent'], redact: (text) => text, ...about });
}

export const about = (name: string) => subjects[name];

export const reply = (statusCode: number, body: unknown = '', headers = {}) => ({
	statusCode,
	headers,
	body,
});

export const page = '<!DOCTYPE html><html><body>EPERM</body></html>';

/** @param id undefined for a message object without an ID */
export const failed = (externalError: unknown, id?: unknown) => ({
	kind: 'failed' as const,
	body: { id, status: 'failed', content_attributes: { external_error: externalError } },
});

/** Each kind of cause with codes that Node and n8n's client give. */
export const causes: Cause[] = [
	{ kind: 'blocked', reason: 'EPERM of someone else' },
	{ kind: 'credential', reason: 'EPERM of someone else' },
	{ kind: 'file' },
	{ kind: 'file', code: 'ENOENT' },
	{ kind: 'file', reason: 'fewer bytes than n8n noted' },
	{ kind: 'tls', code: 'CERT_HAS_EXPIRED' },
	...[
		'ENOTFOUND',
		'EAI_AGAIN',
		'ECONNREFUSED',
		'EHOSTUNREACH',
		'ETIMEDOUT',
		'ERR_INVALID_URL',
		'EMFILE',
		'constructor',
	].map((code) => ({ kind: 'unreachable', code }) as const),
	{ kind: 'unreachable' },
	{ kind: 'unreadable', code: 'Z_DATA_ERROR' },
	{ kind: 'cancelled', code: 'ERR_CANCELED' },
	{ kind: 'lost', code: 'ECONNRESET' },
	{ kind: 'lost', code: 'ECONNABORTED' },
	{ kind: 'lost' },
];
