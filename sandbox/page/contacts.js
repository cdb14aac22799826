import { channelBadge, contactBadges } from './badges.js';
import { avatar, head, named } from './contact.js';
import { html } from './dom.js';

/** A contact without a conversation, in the list at the left. */
export function contactItem(contact, isCurrent) {
	const { id, channel } = contact;
	const { name, reach } = named(contact);
	return html(
		'a',
		{ class: 'item', href: `/#contact-${id}`, 'aria-current': isCurrent ? 'true' : undefined },
		avatar({ id, name }),
		html(
			'span',
			{ class: 'item-lines' },
			html('span', { class: 'item-name' }, name),
			html('span', { class: 'item-text' }, html('span', {}, reach)),
			html(
				'span',
				{ class: 'item-foot' },
				channelBadge(channel),
				contactBadges(contact),
				html('span', {}, `Contact ${id}`),
			),
		),
	);
}

function facts(contact, conversations) {
	const links = conversations.map(({ id }) => html('a', { href: `/#${id}` }, `#${id}`));
	return [
		['Contact ID', html('code', {}, `${contact.id}`)],
		['Source ID', html('code', {}, contact.source_id)],
		['Inbox', `${contact.inbox_id}`],
		['Email', contact.email],
		['Phone number', contact.phone_number],
		['Identifier', contact.identifier],
		['Labels', contact.labels.join(', ')],
		...Object.entries(contact.custom_attributes).map(([name, value]) => [
			name,
			typeof value === 'string' ? value : JSON.stringify(value),
		]),
		['Conversations', links.length > 0 ? links : 'None yet'],
	].filter(([, value]) => value);
}

/**
 * A contact on the page, with what a workflow can start a conversation by.
 * @returns its element
 */
export function showContact(contact, conversations) {
	const { id, channel, inbox_id: inbox } = contact;
	const rows = facts(contact, conversations).map(([label, value]) => [
		html('dt', {}, label),
		html('dd', {}, [value].flat()),
	]);
	const element = html(
		'section',
		{ class: 'conversation' },
		head(contact, channel, `Contact ${id} · inbox ${inbox}`),
		html('dl', { class: 'facts' }, rows.flat()),
	);
	return { element };
}
