import type { FactId } from '../../../account/facts';
import type { Kind } from './kinds';
import type { Change, Reply } from './proxy';

const at =
	(kind: Kind, change: (reply: Reply) => Partial<Reply>): Change =>
	(reply, each) =>
		each === kind ? { ...reply, ...change(reply) } : reply;

/** Another value of a field of the reply. */
const field = (kind: Kind, name: string, value: unknown): Change =>
	at(kind, ({ body }) => ({ body: { ...body, [name]: value } }));

const quote = (kind: Kind): Change => field(kind, 'content_attributes', {});

const refused = (kind: Kind): Change =>
	at(kind, () => ({ status: 422, body: { error: 'Not today' } }));

const status = (kind: Kind, code: number): Change => at(kind, () => ({ status: code }));

/** The refusal keeps its status, and says it in another way. */
const wording = (kind: Kind): Change => at(kind, () => ({ body: { reason: 'No' } }));

const attachment = (name: string, value: unknown): Change =>
	at('file', ({ body }) => ({
		body: { ...body, attachments: [{ ...body.attachments[0], [name]: value }] },
	}));

const attachments = (kind: Kind, make: (given: object[]) => unknown): Change =>
	at(kind, ({ body }) => ({ body: { ...body, attachments: make(body.attachments) } }));

const contact = (name: string, value: unknown): Change =>
	at('page1', ({ body }) => ({
		body: {
			...body,
			payload: body.payload.map((each: object, index: number) =>
				index === 4 ? { ...each, [name]: value } : each,
			),
		},
	}));

const meta = (name: string, value: unknown): Change =>
	at('page1', ({ body }) => ({ body: { ...body, meta: { ...body.meta, [name]: value } } }));

const nobodyFound = (kind: Kind): Change =>
	at(kind, ({ body }) => ({ body: { ...body, payload: [] } }));

const statusReply = (name: string, value: unknown): Change =>
	at('snooze', ({ body }) => ({
		body: { ...body, payload: { ...body.payload, [name]: value } },
	}));

const HOUR_MS = 3_600_000;

let firstPage: unknown;

/** One for each fact that an account can tell, but for the key: without one, nothing is told. */
export const deviations: Record<Exclude<FactId, 'key.accepted'>, Change> = {
	'key.wrongSecret': status('wrongSecret', 403),
	'key.refusalShape': wording('wrongSecret'),
	'contacts.nobody': at('nobody', ({ body }) => ({ body: { ...body, payload: [{ id: 7 }] } })),
	'note.accepted': refused('note'),
	'note.id': field('note', 'id', 'abc'),
	'note.content': at('note', ({ body }) => ({
		body: { ...body, content: body.content.replaceAll('\n', ' ') },
	})),
	'note.inbox_id': field('note', 'inbox_id', '79'),
	'note.conversation_id': field('note', 'conversation_id', 142),
	'note.message_type': field('note', 'message_type', 'outgoing'),
	'note.content_type': field('note', 'content_type', 'note'),
	'note.status': field('note', 'status', 'queued'),
	'note.content_attributes': field('note', 'content_attributes', null),
	'note.created_at': field('note', 'created_at', Date.now()),
	'note.private': field('note', 'private', false),
	'note.source_id': field('note', 'source_id', 5),
	'note.sorting_id': field('note', 'sorting_id', null),
	'note.sender': field('note', 'sender', { id: 3, name: 'TEST' }),
	'reply.accepted': refused('reply'),
	'reply.in_reply_to': quote('reply'),
	'file.accepted': refused('file'),
	'file.private': field('file', 'private', false),
	'file.content': field('file', 'content', null),
	'file.in_reply_to': quote('file'),
	'attachment.count': attachments('file', ([first]) => [first, first]),
	'attachment.id': attachment('id', 'x'),
	'attachment.message_id': attachment('message_id', 1),
	'attachment.file_type': attachment('file_type', 'file'),
	'attachment.account_id': attachment('account_id', null),
	'attachment.extension': attachment('extension', 1),
	'attachment.data_url': attachment('data_url', '/files/199'),
	'attachment.thumb_url': attachment('thumb_url', ''),
	'attachment.file_size': attachment('file_size', 3),
	'attachment.pixels': attachment('width', '1px'),
	'files.accepted': attachments('files', ([first]) => [first]),
	'files.order': attachments('files', ([first, second]) => [second, first]),
	'files.file_type': attachments('files', ([first, second]) => [
		{ ...first, file_type: 'document' },
		second,
	]),
	'refusal.conversation': status('unknownConversation', 400),
	'refusal.conversationShape': wording('unknownConversation'),
	'refusal.message': status('unknownMessage', 200),
	'refusal.messageShape': wording('unknownMessage'),
	'refusal.emptyText': status('emptyText', 400),
	'refusal.emptyTextShape': wording('emptyText'),
	'retry.notFailed': status('retry', 500),
	'retry.sameMessage': field('retry', 'id', 4040),
	'retry.status': field('retry', 'status', 'failed'),
	'retry.in_reply_to': quote('retry'),
	'messages.read': at('readBack', () => ({ status: 200, body: { meta: {}, payload: [] } })),
	'contacts.list': at('page1', ({ body }) => ({
		body: { contacts: body.payload, meta: body.meta },
	})),
	'contacts.count': meta('count', '21'),
	'contacts.currentPage': meta('current_page', null),
	'contacts.pageSize': at('page1', ({ body }) => ({
		body: { ...body, payload: body.payload.slice(0, 12) },
	})),
	'contacts.nextPage': (reply, kind) => {
		if (kind === 'page1') firstPage = reply.body;
		return kind === 'page2' ? { ...reply, body: firstPage } : reply;
	},
	'contact.id': contact('id', '7'),
	'contact.name': contact('name', { first: 'Ann' }),
	'contact.email': contact('email', ['ann@example.com']),
	'contact.phone_number': contact('phone_number', 66812345678),
	'contact.identifier': contact('identifier', 12),
	'contact.e164': contact('phone_number', '081 234 5678'),
	'contact.blocked': contact('blocked', 'no'),
	'contact.custom_attributes': contact('custom_attributes', null),
	'contact.created_at': contact('created_at', '2024-01-01T00:00:00Z'),
	'contact.last_activity_at': contact('last_activity_at', 1_700_000_000_000),
	'contact.contact_inboxes': contact('contact_inboxes', [{ inbox_id: 79 }]),
	'search.whole': nobodyFound('whole'),
	'search.plus': nobodyFound('plus'),
	'search.part': nobodyFound('part'),
	'search.case': nobodyFound('case'),
	'status.accepted': refused('snooze'),
	'status.success': statusReply('success', false),
	'status.current': statusReply('current_status', 'open'),
	'status.conversation_id': statusReply('conversation_id', 142),
	'status.putBack': refused('putBack'),
	clock: (reply) => ({
		...reply,
		headers: { ...reply.headers, date: new Date(Date.now() - HOUR_MS).toUTCString() },
	}),
	'headers.rateLimit': at('readBack', ({ headers }) => ({
		headers: { ...headers, 'X-RateLimit-Remaining': '99' },
	})),
};
