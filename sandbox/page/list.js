import { channelBadge, contactBadges, statusBadge } from './badges.js';
import { avatar, named } from './contact.js';
import { html } from './dom.js';
import { fileName, time } from './format.js';
import { icon } from './icons.js';

/** How many messages of the customer nobody has answered. */
export function countUnread(messages) {
	const answered = messages.findLastIndex((message) => message.message_type !== 0);
	return messages.length - 1 - answered;
}

/** What a list says of a message, in one line. */
export function summary(message) {
	const [file] = message.attachments ?? [];
	return message.content ?? (file ? fileName(file.data_url) : '');
}

function lastLine(message) {
	if (!message) return html('span', { class: 'item-text item-none' }, 'No messages yet');
	const failed = message.status === 'failed';
	return html(
		'span',
		{ class: `item-text${failed ? ' item-failed' : ''}` },
		failed ? icon('warning') : undefined,
		message.private ? icon('lock') : undefined,
		!failed && !message.private && message.message_type === 1 ? icon('reply') : undefined,
		html('span', {}, summary(message)),
	);
}

function marks({ messages, seen }) {
	const failed = messages.filter(({ status }) => status === 'failed').length;
	const unread = messages.slice(seen).filter((message) => message.message_type === 0).length;
	return [
		failed > 0 &&
			html('span', { class: 'mark mark-failed', title: 'Failed messages' }, `${failed}`),
		unread > 0 && html('span', { class: 'mark mark-unread', title: 'Unread' }, `${unread}`),
	].filter(Boolean);
}

/** A conversation in the list at the left. */
export function listItem(conversation, isCurrent) {
	const { id, messages, channel } = conversation;
	const contact = named(conversation.contact);
	const last = messages.at(-1);
	return html(
		'a',
		{ class: 'item', href: `/#${id}`, 'aria-current': isCurrent ? 'true' : undefined },
		avatar(contact),
		html(
			'span',
			{ class: 'item-lines' },
			html(
				'span',
				{ class: 'item-head' },
				html('span', { class: 'item-name' }, contact.name),
				html('span', { class: 'item-time' }, last ? time(last.created_at) : ''),
			),
			html('span', { class: 'item-body' }, lastLine(last), marks(conversation)),
			html(
				'span',
				{ class: 'item-foot' },
				channelBadge(channel),
				statusBadge({ ...conversation, snoozed_until: null }),
				contactBadges(contact),
				html('span', {}, `#${id}`),
			),
		),
	);
}
