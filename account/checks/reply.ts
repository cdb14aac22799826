import { cannotTell, post, tell, type Account } from '../account';
import { NotPosted } from '../end';
import { fieldOf, isWhole, sameOf } from '../shape';
import { refusalOf } from './message';

const REPLY = 'Check of n8n-nodes-livedesk, 2 of 4: a reply to the note before.';

/** @throws NotPosted where there is no message to quote */
export function quotable({ notes }: Account): number {
	if (notes.first !== undefined) return notes.first;
	throw new NotPosted('there is no first note with an ID to quote');
}

/** A private note that quotes the first one. */
export async function reply(account: Account): Promise<void> {
	const quoted = quotable(account);
	const answer = await post(account, 'a reply', { text: REPLY, inReplyTo: quoted });
	if (answer.kind === 'error') {
		tell(account, 'reply.accepted', false, refusalOf(answer));
		cannotTell(account, 'reply.in_reply_to', 'no message came back');
		return;
	}
	const { id, content_attributes: attributes } = answer.message;
	const quote = fieldOf(attributes, 'in_reply_to');
	tell(account, 'reply.accepted', true, 'delivered');
	tell(account, 'reply.in_reply_to', quote === quoted, sameOf(quote, quoted));
	if (isWhole(id)) account.notes.reply = id;
}
