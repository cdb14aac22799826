import { channelBadge, contactBadges } from './badges.js';
import { html } from './dom.js';
import { initials } from './format.js';

const reachOf = ({ phone_number: phone, email }) => [phone, email].filter(Boolean).join(' · ');

/** What a contact is called: by whatever is known of it. */
const nameOf = ({ name, email, phone_number: phone, identifier }) =>
	name || email || phone || identifier;

/** A contact with the name that it goes by, and how it can be reached. */
export const named = (contact) => ({
	...contact,
	name: nameOf(contact),
	reach: reachOf(contact),
});

/** The line above what the page shows of a customer; `marks` are more badges. */
export function head(contact, channel, where, marks = []) {
	const { name, reach } = named(contact);
	return html(
		'header',
		{ class: 'conversation-head' },
		avatar({ id: contact.id, name }),
		html(
			'div',
			{ class: 'conversation-who' },
			html('h1', {}, name),
			html('span', { class: 'conversation-reach' }, reach || 'No address known'),
		),
		html(
			'div',
			{ class: 'conversation-where' },
			html('div', { class: 'badges' }, contactBadges(contact), marks, channelBadge(channel)),
			html('span', {}, where),
		),
	);
}

/** The customer's initials in a colour of their own. */
export function avatar({ id, name }) {
	return html('span', { class: `avatar avatar-${id % 5}`, 'aria-hidden': 'true' }, initials(name));
}
