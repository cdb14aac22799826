/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';

/** The requests of a check, by what they are for. */
export type Kind =
	| 'nobody'
	| 'wrongSecret'
	| 'note'
	| 'reply'
	| 'file'
	| 'files'
	| 'unknownConversation'
	| 'unknownMessage'
	| 'emptyText'
	| 'retry'
	| 'readBack'
	| 'page1'
	| 'page2'
	| 'whole'
	| 'plus'
	| 'part'
	| 'case'
	| 'snooze'
	| 'putBack';

const SECRET = Buffer.from('sandbox-key:sandbox-secret').toString('base64');

function kindOfGet(url: URL): Kind {
	if (url.pathname.endsWith('/messages')) return 'readBack';
	const page = url.searchParams.get('page');
	if (page !== null) return page === '1' ? 'page1' : 'page2';
	const q = url.searchParams.get('q') ?? '';
	if (q.startsWith('nobody')) return 'nobody';
	if (q.startsWith('+')) return 'plus';
	if (q.startsWith('alice')) return 'whole';
	return q.startsWith('lice') ? 'part' : 'case';
}

const notes: Kind[] = ['note', 'reply', 'file', 'files'];

function kindOfPost(url: URL, text: string): Kind {
	const { pathname } = url;
	if (pathname.endsWith('/toggle_status')) return text.includes('snoozed') ? 'snooze' : 'putBack';
	if (pathname.endsWith('/2147483647/messages')) return 'unknownConversation';
	if (pathname.endsWith('/retry')) {
		return pathname.includes('2147483647') ? 'unknownMessage' : 'retry';
	}
	return notes.find((_, index) => text.includes(`${index + 1} of 4`)) ?? 'emptyText';
}

export function kindOf({ method, url, headers }: IncomingMessage, body: Buffer): Kind {
	if (!headers.authorization?.endsWith(SECRET)) return 'wrongSecret';
	const parsed = new URL(url ?? '/', 'http://localhost');
	return method === 'GET' ? kindOfGet(parsed) : kindOfPost(parsed, body.toString());
}
