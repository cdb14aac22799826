import { html } from './dom.js';
import { dateAndTime } from './format.js';

const channels = {
	'Channel::Whatsapp': ['whatsapp', 'WhatsApp'],
	'Channel::WebWidget': ['website', 'Website'],
	'Channel::Api': ['api', 'API'],
};

const statuses = {
	open: 'Open',
	pending: 'Pending',
	resolved: 'Resolved',
	snoozed: 'Snoozed',
	closed: 'Closed',
};

const badge = (name, label) => html('span', { class: `badge badge-${name}` }, label);

/** Where the customer writes. */
export const channelBadge = (channel) => badge(...(channels[channel] ?? ['api', channel]));

/** The status of a conversation, and until when it sleeps. */
export function statusBadge({ status, snoozed_until: until }) {
	const end = status === 'snoozed' && until !== null ? ` until ${dateAndTime(until)}` : '';
	return badge(status, `${statuses[status] ?? status}${end}`);
}

/** What sets a contact apart from others, if anything does. */
export const contactBadges = ({ blocked, isNew }) => [
	...(isNew ? [badge('new', 'New')] : []),
	...(blocked ? [badge('blocked', 'Blocked')] : []),
];
