import { html } from './dom.js';
import { fileName, size } from './format.js';
import { icon } from './icons.js';

function fileChip({ data_url: url, file_size: bytes }) {
	const name = fileName(url);
	const extension = /\.(\w{1,5})$/.exec(name)?.[1];
	return html(
		'a',
		{ class: 'file', href: url, download: name },
		html('span', { class: 'file-kind' }, extension ?? icon('file')),
		html(
			'span',
			{ class: 'file-lines' },
			html('span', { class: 'file-name' }, name),
			html('span', { class: 'file-size' }, size(bytes)),
		),
		icon('download'),
	);
}

function picture(file) {
	const name = fileName(file.data_url);
	const image = html('img', { src: file.data_url, alt: name, title: name });
	const link = html('a', { class: 'picture', href: file.data_url, target: '_blank' }, image);
	// What claims to be a picture but is none can still be downloaded.
	image.addEventListener('error', () => link.replaceWith(fileChip(file)));
	return link;
}

function player(tag, file) {
	const name = html('span', { class: 'player-name' }, fileName(file.data_url));
	const media = html(tag, { src: file.data_url, controls: '', preload: 'metadata' });
	return html('div', { class: `player player-${tag}` }, media, name);
}

/** A file of a message: shown, played, or offered for download. */
export function attachment(file) {
	if (file.file_type === 'image') return picture(file);
	if (file.file_type === 'audio') return player('audio', file);
	if (file.file_type === 'video') return player('video', file);
	return fileChip(file);
}
