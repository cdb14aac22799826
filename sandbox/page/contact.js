import { html } from './dom.js';
import { initials } from './format.js';

const channels = {
	'Channel::Whatsapp': ['whatsapp', 'WhatsApp'],
	'Channel::WebWidget': ['website', 'Website'],
	'Channel::Api': ['api', 'API'],
};

/** Where the customer writes. */
export function channelBadge(channel) {
	const [name, label] = channels[channel] ?? ['api', channel];
	return html('span', { class: `badge badge-${name}` }, label);
}

/** The customer's initials in a colour of their own. */
export function avatar({ id, name }) {
	return html('span', { class: `avatar avatar-${id % 5}`, 'aria-hidden': 'true' }, initials(name));
}
