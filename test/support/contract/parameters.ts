import { ALL_OPERATIONS } from './operations';

/** One parameter of the node, as saved workflows refer to it: public from the first release on. */
export interface Parameter extends Field, Shown {
	name: string;
	label: string;
}

interface Field {
	type: string;
	default: unknown;
}

interface Shown {
	/** Where it shows; everywhere unless told. */
	resource?: string | string[];
	/** The resource's operations that show it; all unless told. */
	operations?: string[];
	/** The values of other parameters with which it shows. */
	when?: Record<string, unknown[]>;
	required?: true;
}

const text = { type: 'string', default: '' };
const textOf = (value: string) => ({ type: 'string', default: value });
const number = { type: 'number', default: 0 };
const menu = (value: string) => ({ type: 'options', default: value });
const locator = (mode: string) => ({ type: 'resourceLocator', default: { mode, value: '' } });
const rows = { type: 'fixedCollection', default: {} };
const collection = { type: 'collection', default: {} };

const allBut = (operation: string) => ALL_OPERATIONS.filter((each) => each !== operation);
const required = (shown: Shown): Shown => ({ ...shown, required: true });
const newContact: Shown = { resource: 'contact', operations: ['create', 'upsert'] };
const contacts: Shown = { resource: 'contact', operations: ['getAll'] };
const contactUpdate: Shown = { resource: 'contact', operations: ['update'] };
const newConversation: Shown = { resource: 'conversation', operations: ['create'] };
const status: Shown = { resource: 'conversation', operations: ['updateStatus'] };
const message = (...operations: string[]): Shown => ({ resource: 'message', operations });
const template = message('sendTemplate');
const form: Shown = { ...template, when: { parameterMode: ['fields'] } };
const header = (...headerType: string[]): Shown => ({
	...template,
	when: { parameterMode: ['fields'], headerType },
});

const parameter = (name: string, label: string, field: Field, shown: Shown = {}): Parameter => ({
	name,
	label,
	...field,
	...shown,
});

/** All parameters, in the order of the panel; one that differs between operations stands here once for each. */
export const PARAMETERS: Parameter[] = [
	parameter('inboxId', 'Inbox (Channel) ID', text, {
		...required(newContact),
		resource: ['contact', 'conversation'],
	}),
	parameter('conversationId', 'Conversation', locator('id'), {
		resource: ['conversation', 'message'],
		operations: allBut('create'),
		required: true,
	}),
	parameter('name', 'Name', text, newContact),
	parameter('email', 'Email', text, newContact),
	parameter('phoneNumber', 'Phone Number', text, newContact),
	parameter('searchTerm', 'Search Term', text, contacts),
	parameter('returnAll', 'Return All', { type: 'boolean', default: false }, contacts),
	parameter(
		'limit',
		'Limit',
		{ type: 'number', default: 50 },
		{ ...contacts, when: { returnAll: [false] } },
	),
	parameter('filters', 'Filters', collection, contacts),
	parameter('contactId', 'Contact', locator('list'), required(contactUpdate)),
	parameter('updateFields', 'Update Fields', collection, contactUpdate),
	parameter('contactBy', 'Identify Contact By', menu('contactId'), newConversation),
	parameter('contactId', 'Contact', locator('list'), {
		...required(newConversation),
		when: { contactBy: ['contactId'] },
	}),
	parameter('sourceId', 'Source ID', text, {
		...required(newConversation),
		when: { contactBy: ['sourceId'] },
	}),
	parameter('status', 'Status', menu('resolved'), status),
	parameter(
		'snoozedUntil',
		'Snoozed Until',
		{ type: 'dateTime', default: '' },
		{ ...status, when: { status: ['snoozed'] } },
	),
	parameter('messageId', 'Message ID', text, required(message('retry'))),
	parameter('message', 'Message', text, required(message('sendAndWait'))),
	parameter('approvalOptions', 'Approval Options', rows, message('sendAndWait')),
	parameter(
		'binaryPropertyName',
		'Input Data Field Name',
		textOf('data'),
		required(message('sendAttachment')),
	),
	parameter('caption', 'Caption', text, message('sendAttachment')),
	parameter('templateName', 'Template Name', text, required(template)),
	parameter('templateLanguage', 'Template Language', textOf('en_US'), required(template)),
	parameter('chatText', 'Chat Text', text, required(template)),
	parameter('parameterMode', 'Specify Parameters', menu('fields'), template),
	parameter('headerType', 'Header Type', menu('none'), form),
	parameter('headerVariables', 'Header Variables', rows, header('text')),
	parameter(
		'headerMediaUrl',
		'Header Media URL',
		text,
		required(header('image', 'video', 'document')),
	),
	parameter('headerFileName', 'Header File Name', text, header('document')),
	parameter('headerLatitude', 'Header Latitude', number, header('location')),
	parameter('headerLongitude', 'Header Longitude', number, header('location')),
	parameter('headerLocationName', 'Header Location Name', text, header('location')),
	parameter('headerLocationAddress', 'Header Location Address', text, header('location')),
	parameter('bodyVariables', 'Body Variables', rows, form),
	parameter('footerVariables', 'Footer Variables', rows, form),
	parameter('buttons', 'Buttons', rows, form),
	parameter(
		'parametersJson',
		'Parameters (JSON)',
		{ type: 'json', default: '{}' },
		{ ...template, when: { parameterMode: ['json'] } },
	),
	parameter('content', 'Text', text, required(message('sendText'))),
	parameter('additionalFields', 'Additional Fields', collection, {
		resource: ['contact', 'message'],
		operations: ['create', 'upsert', 'sendText', 'sendAttachment', 'sendTemplate'],
	}),
	parameter(
		'simplify',
		'Simplify',
		{ type: 'boolean', default: true },
		{
			operations: allBut('sendAndWait'),
		},
	),
	parameter('options', 'Options', collection),
];
