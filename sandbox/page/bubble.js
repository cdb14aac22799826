import { attachment } from './attachment.js';
import { html } from './dom.js';
import { time } from './format.js';
import { icon } from './icons.js';
import { withLinks } from './links.js';
import { summary } from './list.js';
import { templateCard } from './template.js';

const ticks = {
	progress: ['check', 'Sending'],
	sent: ['check', 'Sent'],
	delivered: ['checks', 'Delivered'],
	read: ['checks', 'Read'],
	failed: ['warning', 'Failed'],
};

/** The message that this one answers, or at least its number. */
function quote({ content_attributes: attributes }, { messages, contact }) {
	const id = attributes?.in_reply_to;
	if (id === undefined || id === null) return undefined;
	const answered = messages.find((message) => message.id === id);
	if (!answered) {
		return html('div', { class: 'quote quote-unknown' }, icon('reply'), `Reply to #${id}`);
	}
	const name = answered.message_type === 0 ? contact.name : answered.sender?.name;
	return html(
		'div',
		{ class: 'quote' },
		html('strong', {}, name ?? `#${id}`),
		html('span', {}, summary(answered)),
	);
}

function meta(message) {
	const [tick, label] = ticks[message.status] ?? ['check', message.status];
	const outgoing = message.message_type !== 0;
	return html(
		'div',
		{ class: 'meta' },
		html('span', { class: 'meta-id' }, `#${message.id}`),
		html('time', {}, time(message.created_at)),
		outgoing && !message.private
			? html('span', { class: `tick tick-${message.status}`, title: label }, icon(tick))
			: undefined,
	);
}

function failure({ status, content_attributes: attributes }) {
	if (status !== 'failed') return undefined;
	const reason = attributes?.external_error ?? 'No reason given';
	return html('div', { class: 'failure' }, icon('warning'), html('span', {}, `${reason}`));
}

function bodyOf(message) {
	const params = message.additional_attributes?.template_params;
	if (params) return [templateCard(message.content, params)];
	return [
		...(message.attachments ?? []).map(attachment),
		message.content
			? html('p', { class: 'text', dir: 'auto' }, withLinks(message.content))
			: undefined,
	];
}

function classes(message) {
	return [
		'bubble',
		message.message_type === 0 ? 'from-customer' : 'from-agent',
		message.private && 'is-private',
		message.status === 'failed' && 'is-failed',
		message.additional_attributes?.template_params && 'is-template',
	].filter(Boolean);
}

/** A message as a bubble: customers at the left, agents at the right. */
export function bubble(message, conversation) {
	const note = html('div', { class: 'note' }, icon('lock'), 'Private note');
	return html(
		'article',
		{ class: classes(message).join(' ') },
		html(
			'div',
			{ class: 'bubble-body' },
			message.private ? note : undefined,
			quote(message, conversation),
			bodyOf(message),
			failure(message),
		),
		meta(message),
	);
}
