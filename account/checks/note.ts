import { post, tell, type Account } from '../account';
import { EarlyEnd, NotPosted } from '../end';
import { factsOf, type FactId } from '../facts';
import type { Answer } from '../node';
import {
	idOf,
	isObject,
	isText,
	isWhole,
	missingIn,
	sameOf,
	shapeOf,
	shapesOf,
	wordOf,
	type JsonObject,
} from '../shape';
import { ACCEPTED, isAccepted, MESSAGE, refusalOf } from './message';

const SENDER = [
	'id',
	'name',
	'available_name',
	'avatar_url',
	'type',
	'availability_status',
	'thumbnail',
];

const NOTE =
	'Check of n8n-nodes-livedesk, 1 of 4: only agents see this.\nบันทึกส่วนตัว 📦 <b>&amp;</b>';
const DAY_SECONDS = 24 * 60 * 60;

const isOfThisDay = (value: unknown): boolean =>
	isWhole(value) && Math.abs(value - Date.now() / 1000) < DAY_SECONDS;

/** Whether a fact holds, and what is seen of it, by the message that came back. */
type Look = (message: JsonObject, conversation: string) => [holds: boolean, seen: string];

const typed =
	(field: string, isRight: (value: unknown) => boolean): Look =>
	(message) => [isRight(message[field]), shapeOf(message[field])];

const worded =
	(field: string, known: readonly unknown[]): Look =>
	(message) => [known.includes(message[field]), wordOf(message[field], known)];

const looks: Partial<Record<FactId, Look>> = {
	'note.id': typed('id', isWhole),
	'note.content': ({ content }) => [content === NOTE, sameOf(content, NOTE)],
	'note.inbox_id': typed('inbox_id', isWhole),
	'note.conversation_id': ({ conversation_id: id }, conversation) => [
		idOf(id) === conversation,
		idOf(id) === conversation ? 'as sent' : `another ${shapeOf(id)}`,
	],
	'note.message_type': worded('message_type', [1]),
	'note.content_type': worded('content_type', ['text']),
	'note.status': ({ status }) => [isAccepted(status), wordOf(status, [...ACCEPTED, 'failed'])],
	'note.content_attributes': typed('content_attributes', isObject),
	'note.created_at': ({ created_at: at }) => [
		isOfThisDay(at),
		isOfThisDay(at) ? 'unix seconds, of this day' : `another ${shapeOf(at)}`,
	],
	'note.private': typed('private', (value) => value === true),
	'note.source_id': typed('source_id', (value) => value === null || isText(value)),
	'note.sorting_id': typed('sorting_id', isWhole),
	'note.sender': ({ sender }) => {
		const missing = missingIn(sender, SENDER);
		if (!isObject(sender)) return [false, shapeOf(sender)];
		return [
			missing.length === 0,
			missing.length === 0 ? 'object with these fields' : `without ${missing.join(', ')}`,
		];
	},
};

/** @throws EarlyEnd where the note shows that nothing can be posted at all */
function endOf(answer: Extract<Answer, { kind: 'error' }>, conversation: string): void {
	if (answer.httpCode === '404') {
		throw new EarlyEnd(
			`Conversation ${conversation} was not found. Take the number at the end of its link in the LiveDesk console.`,
		);
	}
	if (answer.httpCode === '401' || answer.httpCode === '403') {
		throw new EarlyEnd(
			`This API key may read contacts, but not write messages (${answer.httpCode}).`,
		);
	}
}

/** The first private note: its reply, field by field. */
export async function note(account: Account): Promise<void> {
	const answer = await post(account, 'a text', { text: NOTE });
	if (answer.kind === 'error') {
		endOf(answer, account.conversation);
		tell(account, 'note.accepted', false, refusalOf(answer));
		account.silenced = 'nothing more was posted after a note that was not accepted';
		throw new NotPosted('no message came back');
	}
	const { message } = answer;
	tell(account, 'note.accepted', true, 'delivered');
	account.shapes.note = shapesOf(message, MESSAGE);
	account.shapes.sender = shapesOf(message.sender, SENDER);
	for (const { id } of factsOf('note')) {
		const look = looks[id];
		if (look) tell(account, id, ...look(message, account.conversation));
	}
	if (isWhole(message.id)) account.notes.first = message.id;
}
