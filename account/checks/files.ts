import { cannotTell, post, tell, type Account } from '../account';
import { factsOf, type FactId } from '../facts';
import type { NoteFile } from '../node';
import {
	fieldOf,
	idOf,
	isText,
	isWhole,
	sameOf,
	shapeOf,
	shapesOf,
	wordOf,
	type JsonObject,
} from '../shape';
import { MESSAGE, refusalOf } from './message';
import { quotable } from './reply';

const ATTACHMENT = [
	'id',
	'message_id',
	'file_type',
	'account_id',
	'extension',
	'data_url',
	'thumb_url',
	'file_size',
	'width',
	'height',
];

const FILE_TYPES = ['image', 'audio', 'video', 'file'];

/** A picture of one pixel. */
const picture: NoteFile = {
	name: 'pixel.png',
	mimeType: 'image/png',
	content: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64',
	),
};
const text: NoteFile = {
	name: 'check.txt',
	mimeType: 'text/plain',
	content: Buffer.from('Check of n8n-nodes-livedesk: a text file.\n'),
};

const CAPTION = 'Check of n8n-nodes-livedesk, 3 of 4: a picture of one pixel, ทดสอบ.';
const CAPTION_OF_TWO = 'Check of n8n-nodes-livedesk, 4 of 4: a text file and a picture.';

const isUrl = (value: unknown): boolean =>
	isText(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const urlOf = (value: unknown): string => (isUrl(value) ? 'URL' : shapeOf(value));

const attachmentsOf = (message: JsonObject): unknown[] | undefined =>
	Array.isArray(message.attachments) ? message.attachments : undefined;

const countOf = (attachments: unknown[] | undefined): string => {
	if (!attachments) return 'no list';
	return `${attachments.length} attachment${attachments.length === 1 ? '' : 's'}`;
};

function tellAttachment(account: Account, message: JsonObject): void {
	const attachments = attachmentsOf(message);
	tell(account, 'attachment.count', attachments?.length === 1, countOf(attachments));
	const [attachment] = attachments ?? [];
	if (attachment === undefined) {
		const rest = factsOf('file').filter(({ id }) => !account.told.has(id));
		cannotTell(
			account,
			rest.map(({ id }) => id),
			'no attachment came back',
		);
		return;
	}
	account.shapes.attachment = shapesOf(attachment, ATTACHMENT);
	const of = (name: string) => fieldOf(attachment, name);
	const show = (id: FactId, isRight: (value: unknown) => boolean, value: unknown) =>
		tell(account, id, isRight(value), shapeOf(value));

	show('attachment.id', isWhole, of('id'));
	const belongs = of('message_id') === message.id;
	const owner = belongs ? 'id of the message' : `another ${shapeOf(of('message_id'))}`;
	tell(account, 'attachment.message_id', belongs, owner);
	const type = of('file_type');
	tell(account, 'attachment.file_type', type === 'image', wordOf(type, FILE_TYPES));
	show('attachment.account_id', isWhole, of('account_id'));
	show('attachment.extension', (value) => value === null || isText(value), of('extension'));
	tell(account, 'attachment.data_url', isUrl(of('data_url')), urlOf(of('data_url')));
	tell(account, 'attachment.thumb_url', isUrl(of('thumb_url')), urlOf(of('thumb_url')));
	const size = of('file_size');
	const sent = picture.content.length;
	tell(account, 'attachment.file_size', size === sent, sameOf(size, sent));
	const pixels = [of('width'), of('height')];
	const isRight = pixels.every((value) => value === null || isWhole(value));
	tell(account, 'attachment.pixels', isRight, [...new Set(pixels.map(shapeOf))].join(', '));
}

/** A private note with a picture, a caption and a quote. */
export async function file(account: Account): Promise<void> {
	const quoted = quotable(account);
	const note = { text: CAPTION, files: [picture], inReplyTo: quoted };
	const answer = await post(account, 'a picture', note);
	if (answer.kind === 'error') {
		const [first, ...rest] = factsOf('file');
		tell(account, first.id, false, refusalOf(answer));
		cannotTell(
			account,
			rest.map(({ id }) => id),
			'no message came back',
		);
		return;
	}
	const { message } = answer;
	const quote = fieldOf(message.content_attributes, 'in_reply_to');
	account.shapes.noteWithFile = shapesOf(message, MESSAGE);
	tell(account, 'file.accepted', true, 'delivered');
	tell(account, 'file.private', message.private === true, shapeOf(message.private));
	tell(account, 'file.content', message.content === CAPTION, sameOf(message.content, CAPTION));
	// Forms carry texts alone: a number may come back as one.
	const isQuoted = idOf(quote) === idOf(quoted);
	tell(account, 'file.in_reply_to', isQuoted, isQuoted ? 'as sent' : sameOf(quote, quoted));
	tellAttachment(account, message);
}

/** A private note with two files. */
export async function files(account: Account): Promise<void> {
	const sent = [text, picture];
	const answer = await post(account, 'two files', { text: CAPTION_OF_TWO, files: sent });
	if (answer.kind === 'error') {
		tell(account, 'files.accepted', false, refusalOf(answer));
		cannotTell(account, ['files.order', 'files.file_type'], 'no message came back');
		return;
	}
	const attachments = attachmentsOf(answer.message);
	tell(account, 'files.accepted', attachments?.length === sent.length, countOf(attachments));
	if (attachments?.length !== sent.length) {
		cannotTell(account, ['files.order', 'files.file_type'], 'not two attachments came back');
		return;
	}
	const sizes = attachments.map((attachment) => fieldOf(attachment, 'file_size'));
	const inOrder = sent.every(({ content }, index) => sizes[index] === content.length);
	const reversed = sent.every(({ content }, index) => sizes[1 - index] === content.length);
	const order = inOrder ? 'as sent' : reversed ? 'the other way round' : 'other sizes';
	tell(account, 'files.order', inOrder, order);
	const place = attachments[reversed && !inOrder ? 1 : 0];
	const type = fieldOf(place, 'file_type');
	tell(account, 'files.file_type', type === 'file', wordOf(type, FILE_TYPES));
}
