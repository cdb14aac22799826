import { html } from './dom.js';

const address = /(https?:\/\/[^\s<>"]+)/;

/** A text, its addresses as links, as agents' consoles show it. */
export const withLinks = (text) =>
	text
		.split(address)
		.map((part) =>
			address.test(part)
				? html('a', { href: part, target: '_blank', rel: 'noreferrer' }, part)
				: part,
		);
