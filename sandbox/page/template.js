import { html } from './dom.js';
import { fileName } from './format.js';
import { icon } from './icons.js';
import { mapPicture } from './map.js';

function variables(values, className) {
	const entries = Object.entries(values ?? {});
	if (entries.length === 0) return undefined;
	return html(
		'dl',
		{ class: `variables ${className}` },
		entries.map(([key, value]) =>
			html('div', {}, html('dt', {}, `{{${key}}}`), html('dd', { dir: 'auto' }, value)),
		),
	);
}

function host(url) {
	return URL.canParse(url) ? new URL(url).host : '';
}

/** A picture or a video from elsewhere; without a network, a labelled place for it. */
function media(type, url) {
	const place = html(
		'div',
		{ class: 'card-media' },
		icon(type),
		html('strong', {}, fileName(url)),
		html('span', {}, host(url)),
	);
	const shown =
		type === 'image'
			? html('img', { class: 'card-shown', src: url, alt: fileName(url) })
			: html('video', { class: 'card-shown', src: url, controls: '', preload: 'metadata' });
	shown.addEventListener(type === 'image' ? 'load' : 'loadedmetadata', () =>
		place.replaceWith(shown),
	);
	return place;
}

function documentChip({ media_url: url, filename }) {
	return html(
		'div',
		{ class: 'card-document' },
		icon('file'),
		html(
			'span',
			{},
			html('strong', {}, filename ?? fileName(url)),
			html('span', {}, `${host(url)}`),
		),
	);
}

function place({ latitude, longitude, name, address }) {
	return html(
		'div',
		{ class: 'card-location' },
		mapPicture(latitude, longitude),
		html(
			'div',
			{ class: 'card-address' },
			name ? html('strong', {}, name) : undefined,
			address ? html('span', {}, address) : undefined,
			html('span', { class: 'card-coordinates' }, `${latitude}, ${longitude}`),
		),
	);
}

function header(params) {
	if (!params) return undefined;
	if (params.type === 'text') return variables(params.text_variables, 'card-title');
	if (params.type === 'document') return documentChip(params);
	if (params.type === 'location') return place(params.location);
	return media(params.type, params.media_url);
}

function button({ index, sub_type: type, text, payload }) {
	const isUrl = type === 'url';
	return html(
		'div',
		{ class: 'card-button' },
		icon(isUrl ? 'link' : 'reply'),
		html('span', {}, isUrl ? 'Open link' : 'Quick reply'),
		html('code', {}, (isUrl ? text : payload) ?? `button ${index}`),
	);
}

/** A WhatsApp template as the customer gets it, as far as the request tells. */
export function templateCard(content, params) {
	const labels = [params.name, params.language, params.category].filter(Boolean);
	return html(
		'div',
		{ class: 'card' },
		html('div', { class: 'card-name' }, icon('template'), labels.join(' · ')),
		header(params.header_params),
		html('p', { class: 'text', dir: 'auto' }, content),
		variables(params.processed_params, 'card-variables'),
		variables(params.footer_params?.text_variables, 'card-footer'),
		html('div', { class: 'card-buttons' }, (params.button_params ?? []).map(button)),
	);
}
