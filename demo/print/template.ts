import type { TemplateParams } from '../../sandbox';

/** A labelled part of a message. */
export type Row = [label: string, value: string];

interface Header {
	type: string;
	text_variables?: Record<string, string>;
	media_url?: string;
	filename?: string;
	location?: { latitude: number; longitude: number; name?: string; address?: string };
}

interface Button {
	sub_type: string;
	text?: string;
	payload?: string;
}

const valuesOf = (variables: Record<string, string> = {}): string =>
	Object.entries(variables)
		.map(([name, value]) => `{{${name}}} ${value}`)
		.join('   ');

function headerRow(header: Header): Row {
	const { type, media_url: url, filename, location } = header;
	if (type === 'text') return ['header', valuesOf(header.text_variables)];
	if (!location) return [type, [filename, url].filter(Boolean).join('   ')];
	const { latitude, longitude, name, address } = location;
	const place = [name, address].filter(Boolean).join(', ');
	return [type, `${place}   ${latitude}, ${longitude}`];
}

function buttonRow({ sub_type: type, text, payload }: Button): Row {
	return ['button', type === 'url' ? `open link …/${text}` : `quick reply ${payload}`];
}

/** The parts of a template from top to bottom, as the customer sees them. */
export function templateRows(text: string, params: TemplateParams): Row[] {
	const { header_params: header, footer_params: footer, button_params: buttons = [] } = params;
	const rows: Row[] = [
		...(header ? [headerRow(header as unknown as Header)] : []),
		['text', text],
		['body', valuesOf(params.processed_params)],
		['footer', valuesOf(footer?.text_variables as Record<string, string> | undefined)],
		...(buttons as unknown as Button[]).map(buttonRow),
	];
	return rows.filter(([, value]) => value !== '');
}
