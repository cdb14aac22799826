import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { template as inTemplate } from '../message/documented';
import { VALUE, type Row } from './refuses';
import { templateFields } from './templateFields';

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
			...templateFields,
			['Parameters (JSON)', { parameterMode: 'json', parametersJson: VALUE }, '[]'],
		],
	],
	'message retry': [
		{ conversationId: byId('141'), messageId: '3030' },
		[conversation, ['Message ID', { messageId: VALUE }, '3030/../../142']],
	],
};
