import { bubble } from './bubble.js';
import { statusBadge } from './badges.js';
import { head } from './contact.js';
import { html } from './dom.js';
import { day } from './format.js';

const empty = ({ id }) =>
	html(
		'div',
		{ class: 'empty' },
		html('p', {}, 'No messages yet. They appear here as they arrive.'),
		html('code', {}, `POST /api/v2/accounts/conversations/${id}/messages`),
	);

/**
 * A conversation on the page.
 * @returns its element; `show` adds a message or redraws it; `toEnd` scrolls to the last one;
 * `redrawHead` shows what has become of customer and status
 */
export function showConversation(conversation) {
	const { id, channel, inbox_id: inbox } = conversation;
	const where = `Conversation ${id} · inbox ${inbox}`;
	const log = html('div', { class: 'log', role: 'log' });
	const bubbles = new Map();
	let lastDay;

	const toEnd = () => log.scrollTo({ top: log.scrollHeight });
	const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;
	let follows = true;
	let willScroll = false;

	/** Stays at the end, measured once per frame however many messages arrive in it. */
	const follow = () => {
		if (!follows || willScroll) return;
		willScroll = true;
		requestAnimationFrame(() => {
			willScroll = false;
			toEnd();
		});
	};

	const add = (message) => {
		const made = bubble(message, conversation);
		if (bubbles.has(message.id)) bubbles.get(message.id).replaceWith(made);
		else {
			if (bubbles.size === 0) log.replaceChildren();
			const today = day(message.created_at);
			if (today !== lastDay) log.append(html('div', { class: 'day' }, html('span', {}, today)));
			lastDay = today;
			log.append(made);
		}
		bubbles.set(message.id, made);
	};
	const show = (message) => {
		add(message);
		follow();
	};

	log.append(empty(conversation));
	for (const message of conversation.messages) add(message);
	log.addEventListener('scroll', () => (follows = willScroll ? follows : isAtEnd()));
	// A picture has no height before it is loaded.
	log.addEventListener('load', follow, { capture: true });
	const drawHead = () => head(conversation.contact, channel, where, [statusBadge(conversation)]);
	let top = drawHead();
	const redrawHead = () => {
		const old = top;
		top = drawHead();
		old.replaceWith(top);
	};
	const element = html('section', { class: 'conversation' }, top, log);
	return { conversation, element, show, toEnd, redrawHead };
}
