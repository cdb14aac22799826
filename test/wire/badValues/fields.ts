import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { template as inTemplate } from '../message/documented';
import { VALUE } from './refuses';

/** A field, where VALUE stands in it, a value that no such field takes, and what the refusal says of it. */
export type Row = [label: string, parameters: IDataObject, bad: unknown, says?: RegExp];

const conversation: Row = ['Conversation', { conversationId: byId(VALUE) }, '141/../7'];
const inbox: Row = ['Inbox (Channel) ID', { inboxId: VALUE }, 'WhatsApp'];
const allEmpty = /'Email', 'Phone Number'.*'Identifier'.* are all empty/;

/** What Create, and Create or Update, have in common. */
const person: Row[] = [
	inbox,
	['Name', { name: VALUE }, ['Alice']],
	['Email', { email: VALUE }, 'alice'],
	['Phone Number', { phoneNumber: VALUE }, '081 234 5678'],
	['Avatar URL', { additionalFields: { avatarUrl: VALUE } }, '/alice.png'],
	['Identifier', { additionalFields: { identifier: VALUE } }, {}],
	['Email', { name: VALUE, email: '' }, undefined, allEmpty],
];

const change = (label: string, name: string, bad: unknown, says?: RegExp): Row => [
	label,
	{ updateFields: { [name]: VALUE } },
	bad,
	says,
];

/** What a text and an attachment have in common. */
const extras: Row[] = [
	['In Reply To Message ID', { additionalFields: { inReplyTo: VALUE } }, 0],
	['Content Attributes', { additionalFields: { contentAttributes: VALUE } }, '[]'],
	['Private Note', { additionalFields: { private: VALUE } }, 'yes'],
];

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

/** The fields of each operation; one stands twice where it is checked for two things. */
export const FIELDS: Record<string, [base: IDataObject, rows: Row[]]> = {
	'contact create': [{ inboxId: '523', email: 'a@example.com' }, person],
	'contact upsert': [
		{ inboxId: '523', email: 'a@example.com' },
		[...person, ['Custom Attributes', { additionalFields: { customAttributes: VALUE } }, ['vip']]],
	],
	'contact update': [
		{ contactId: byId('1'), updateFields: { name: 'A' } },
		[
			['Contact', { contactId: byId(VALUE) }, 0],
			['Update Fields', { updateFields: {} }, undefined, /has no field/],
			change('Name', 'name', ['Alice']),
			change('Email', 'email', 'alice'),
			change('Phone Number', 'phoneNumber', '081 234 5678'),
			change('Identifier', 'identifier', {}),
			change('Avatar URL', 'avatarUrl', '/alice.png'),
			change('Blocked', 'blocked', ''),
			change('Custom Attributes', 'customAttributes', ['vip']),
			change('Custom Attributes', 'customAttributes', '{}', /is empty/),
			change('Custom Attributes', 'customAttributes', null, /is empty/),
			change('Additional Attributes', 'additionalAttributes', ['vip']),
			change('Additional Attributes', 'additionalAttributes', '{}', /is empty/),
		],
	],
	'contact getAll': [
		{ searchTerm: 'nobody at all' },
		[
			['Search Term', { searchTerm: VALUE }, {}],
			['Return All', { returnAll: VALUE }, 'yes'],
			['Limit', { limit: VALUE }, 0],
			['Sort By', { filters: { sort: VALUE } }, 'age'],
			['Direction', { filters: { direction: VALUE } }, 'down', /asc, desc/],
			['Labels', { filters: { labels: VALUE } }, { a: 1 }],
			['Labels', { filters: { labels: VALUE } }, [{ a: 1 }]],
		],
	],
	'conversation create': [
		{ inboxId: '523', contactId: byId('1') },
		[
			inbox,
			['Contact', { contactId: byId(VALUE) }, 0],
			['Source ID', { contactBy: 'sourceId', sourceId: VALUE }, ''],
		],
	],
	'conversation updateStatus': [
		{ conversationId: byId('141') },
		[
			conversation,
			['Status', { status: VALUE }, ''],
			['Snoozed Until', { status: 'snoozed', snoozedUntil: VALUE }, 'tomorrow'],
		],
	],
	'message sendText': [
		{ conversationId: byId('141'), content: 'Hello' },
		[conversation, ['Text', { content: VALUE }, ''], ...extras],
	],
	'message sendAttachment': [
		{ conversationId: byId('141') },
		[
			conversation,
			['Input Data Field Name', { binaryPropertyName: VALUE }, ''],
			['Caption', { caption: VALUE }, {}],
			['One File per Message', { options: { oneFilePerMessage: VALUE } }, 'yes'],
			...extras,
		],
	],
	'message sendTemplate': [
		inTemplate,
		[
			conversation,
			['Chat Text', { chatText: VALUE }, ''],
			['Template Name', { templateName: VALUE }, ''],
			['Template Language', { templateLanguage: VALUE }, ''],
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
			['Parameters (JSON)', { parameterMode: 'json', parametersJson: VALUE }, '[]'],
		],
	],
	'message retry': [
		{ conversationId: byId('141'), messageId: '3030' },
		[conversation, ['Message ID', { messageId: VALUE }, '3030/../../142']],
	],
};
