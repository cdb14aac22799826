import type { IDataObject } from 'n8n-workflow';
import { VALUE, type Row } from './refuses';

const media = (headerType: string): Row => [
	'Header Media URL',
	{ headerType, headerMediaUrl: VALUE },
	'/image.jpg',
];
const inHeader = (headerType: string, label: string, name: string, bad: unknown): Row => [
	label,
	{ headerType, headerMediaUrl: 'https://example.com/a', [name]: VALUE },
	bad,
];
const variables = (label: string, name: string, more: IDataObject = {}): Row[] => [
	[label, { ...more, [name]: { variable: [{ name: '1', value: VALUE }] } }, 'a\nb', /WhatsApp/],
	[label, { ...more, [name]: { variable: [{ name: VALUE, value: 'a' }] } }, {}, /row 1/],
];
const url = { index: 0, subType: 'url', text: 'a' };
const button = (label: string, row: IDataObject, bad: unknown): Row => [
	label,
	{ buttons: { button: [{ index: 0, ...row }] } },
	bad,
];

/** The fields that fill in a template. */
export const templateFields: Row[] = [
	['Category', { additionalFields: { category: VALUE } }, {}],
	['Namespace', { additionalFields: { namespace: VALUE } }, {}],
	['Header Type', { headerType: VALUE, headerMediaUrl: 'https://example.com/a' }, 'audio'],
	...['image', 'video', 'document'].map(media),
	['Header Media URL', { headerType: 'image', headerMediaUrl: VALUE }, '', /is empty/],
	inHeader('document', 'Header File Name', 'headerFileName', {}),
	inHeader('location', 'Header Latitude', 'headerLatitude', 90.1),
	inHeader('location', 'Header Longitude', 'headerLongitude', 180.1),
	inHeader('location', 'Header Location Name', 'headerLocationName', {}),
	inHeader('location', 'Header Location Address', 'headerLocationAddress', {}),
	['Header Variables', { headerType: 'text' }, undefined, /at least one variable/],
	...variables('Header Variables', 'headerVariables', { headerType: 'text' }),
	...variables('Body Variables', 'bodyVariables'),
	...variables('Footer Variables', 'footerVariables'),
	button('Buttons > 1 > Index', { subType: 'url', text: 'a', index: VALUE }, -1),
	button('Buttons > 1 > URL Suffix', { subType: 'url', text: VALUE }, ''),
	button('Buttons > 1 > Payload', { subType: 'quick_reply', payload: VALUE }, {}),
	['Buttons', { buttons: { button: [url, { ...url, index: VALUE }] } }, 0, /given twice/],
];
