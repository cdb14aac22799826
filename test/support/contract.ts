/*
 * The node's public names, written a second time by hand: a slip that renames one would break saved workflows, and no test
 * that reads the names off the node could see it. What follows from these names is derived.
 */

/** One parameter of the node, as saved workflows refer to it: public from the first release on. */
export interface Parameter {
	name: string;
	label: string;
	type: string;
	default: unknown;
	/** Where it shows; everywhere unless told. */
	resource?: string | string[];
	/** The resource's operations that show it; all unless told. */
	operations?: string[];
	/** The values of other parameters with which it shows. */
	when?: Record<string, unknown[]>;
	required?: true;
}

export const OPERATIONS: Record<string, string[]> = {
	contact: ['create', 'upsert', 'getAll', 'update'],
	conversation: ['create', 'updateStatus'],
	message: ['retry', 'sendAndWait', 'sendAttachment', 'sendTemplate', 'sendText'],
};
const ALL = Object.values(OPERATIONS).flat();
export const PARAMETER_MODES = ['fields', 'json'];
export const HEADER_TYPES = ['document', 'image', 'location', 'none', 'text', 'video'];
export const CONTACT_BY = ['contactId', 'sourceId'];
export const STATUSES = ['open', 'pending', 'resolved', 'snoozed'];
const SORTS = 'city company country created_at email last_activity_at name phone_number'.split(' ');

const contact = (...operations: string[]) => ({ resource: 'contact', operations });
const conversation = (...operations: string[]) => ({ resource: 'conversation', operations });
const contactId = {
	name: 'contactId',
	label: 'Contact',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true as const,
};
const message = { resource: 'message' };
const of = (...operations: string[]) => ({ ...message, operations });
const template = of('sendTemplate');
const form = { ...template, when: { parameterMode: ['fields'] } };
const headerOf = (...headerType: string[]) => ({
	...template,
	when: { parameterMode: ['fields'], headerType },
});
const string = { type: 'string', default: '' };
const number = { type: 'number', default: 0 };
const rows = { type: 'fixedCollection', default: {} };
const collection = { type: 'collection', default: {} };

/** All parameters, in the order of the panel; one that differs between operations stands here once for each. */
export const PARAMETERS: Parameter[] = [
	{
		name: 'inboxId',
		label: 'Inbox (Channel) ID',
		...string,
		resource: ['contact', 'conversation'],
		operations: ['create', 'upsert'],
		required: true,
	},
	{
		name: 'conversationId',
		label: 'Conversation',
		type: 'resourceLocator',
		default: { mode: 'id', value: '' },
		resource: ['conversation', 'message'],
		operations: ALL.filter((operation) => operation !== 'create'),
		required: true,
	},
	{ name: 'name', label: 'Name', ...string, ...contact('create', 'upsert') },
	{ name: 'email', label: 'Email', ...string, ...contact('create', 'upsert') },
	{ name: 'phoneNumber', label: 'Phone Number', ...string, ...contact('create', 'upsert') },
	{ name: 'searchTerm', label: 'Search Term', ...string, ...contact('getAll') },
	{
		name: 'returnAll',
		label: 'Return All',
		type: 'boolean',
		default: false,
		...contact('getAll'),
	},
	{
		name: 'limit',
		label: 'Limit',
		type: 'number',
		default: 50,
		...contact('getAll'),
		when: { returnAll: [false] },
	},
	{ name: 'filters', label: 'Filters', ...collection, ...contact('getAll') },
	{ ...contactId, ...contact('update') },
	{ name: 'updateFields', label: 'Update Fields', ...collection, ...contact('update') },
	{
		name: 'contactBy',
		label: 'Identify Contact By',
		type: 'options',
		default: 'contactId',
		...conversation('create'),
	},
	{ ...contactId, ...conversation('create'), when: { contactBy: ['contactId'] } },
	{
		name: 'sourceId',
		label: 'Source ID',
		...string,
		...conversation('create'),
		when: { contactBy: ['sourceId'] },
		required: true,
	},
	{
		name: 'status',
		label: 'Status',
		type: 'options',
		default: 'resolved',
		...conversation('updateStatus'),
	},
	{
		name: 'snoozedUntil',
		label: 'Snoozed Until',
		type: 'dateTime',
		default: '',
		...conversation('updateStatus'),
		when: { status: ['snoozed'] },
	},
	{ name: 'messageId', label: 'Message ID', ...string, ...of('retry'), required: true },
	{ name: 'message', label: 'Message', ...string, ...of('sendAndWait'), required: true },
	{ name: 'approvalOptions', label: 'Approval Options', ...rows, ...of('sendAndWait') },
	{
		name: 'binaryPropertyName',
		label: 'Input Data Field Name',
		type: 'string',
		default: 'data',
		...of('sendAttachment'),
		required: true,
	},
	{ name: 'caption', label: 'Caption', ...string, ...of('sendAttachment') },
	{ name: 'templateName', label: 'Template Name', ...string, ...template, required: true },
	{
		name: 'templateLanguage',
		label: 'Template Language',
		type: 'string',
		default: 'en_US',
		...template,
		required: true,
	},
	{ name: 'chatText', label: 'Chat Text', ...string, ...template, required: true },
	{
		name: 'parameterMode',
		label: 'Specify Parameters',
		type: 'options',
		default: 'fields',
		...template,
	},
	{ name: 'headerType', label: 'Header Type', type: 'options', default: 'none', ...form },
	{ name: 'headerVariables', label: 'Header Variables', ...rows, ...headerOf('text') },
	{
		name: 'headerMediaUrl',
		label: 'Header Media URL',
		...string,
		...headerOf('image', 'video', 'document'),
		required: true,
	},
	{ name: 'headerFileName', label: 'Header File Name', ...string, ...headerOf('document') },
	{ name: 'headerLatitude', label: 'Header Latitude', ...number, ...headerOf('location') },
	{ name: 'headerLongitude', label: 'Header Longitude', ...number, ...headerOf('location') },
	{ name: 'headerLocationName', label: 'Header Location Name', ...string, ...headerOf('location') },
	{
		name: 'headerLocationAddress',
		label: 'Header Location Address',
		...string,
		...headerOf('location'),
	},
	{ name: 'bodyVariables', label: 'Body Variables', ...rows, ...form },
	{ name: 'footerVariables', label: 'Footer Variables', ...rows, ...form },
	{ name: 'buttons', label: 'Buttons', ...rows, ...form },
	{
		name: 'parametersJson',
		label: 'Parameters (JSON)',
		type: 'json',
		default: '{}',
		...template,
		when: { parameterMode: ['json'] },
	},
	{ name: 'content', label: 'Text', ...string, ...of('sendText'), required: true },
	{
		name: 'additionalFields',
		label: 'Additional Fields',
		...collection,
		resource: ['contact', 'message'],
		operations: ['create', 'upsert', 'sendText', 'sendAttachment', 'sendTemplate'],
	},
	{
		name: 'simplify',
		label: 'Simplify',
		type: 'boolean',
		default: true,
		operations: ALL.filter((operation) => operation !== 'sendAndWait'),
	},
	{ name: 'options', label: 'Options', ...collection },
];

/** Which of the additional fields an operation offers. */
export const ADDITIONAL_FIELDS: Record<string, string[]> = {
	'contact create': ['avatarUrl', 'identifier'],
	'contact upsert': ['avatarUrl', 'customAttributes', 'identifier'],
	'message sendAttachment': ['contentAttributes', 'inReplyTo', 'private'],
	'message sendTemplate': ['category', 'namespace'],
	'message sendText': ['contentAttributes', 'inReplyTo', 'private'],
};

const variables = { 'variable.name': ['string', ''], 'variable.value': ['string', ''] };

/** What stands in collections and rows, however deep, in the order of the panel: type and default by name. */
export const FIELDS: Array<[name: string, fields: object]> = [
	['filters', { direction: ['options', 'asc'], labels: ['string', ''], sort: ['options', 'name'] }],
	[
		'updateFields',
		{
			additionalAttributes: ['json', '{}'],
			avatarUrl: ['string', ''],
			blocked: ['boolean', false],
			customAttributes: ['json', '{}'],
			email: ['string', ''],
			identifier: ['string', ''],
			name: ['string', ''],
			phoneNumber: ['string', ''],
		},
	],
	[
		'approvalOptions',
		{
			'values.approvalType': ['options', 'single'],
			'values.approveLabel': ['string', 'Approve'],
			'values.disapproveLabel': ['string', 'Decline'],
		},
	],
	['headerVariables', variables],
	['bodyVariables', variables],
	['footerVariables', variables],
	[
		'buttons',
		{
			'button.index': ['number', 0],
			'button.subType': ['options', 'url'],
			'button.text': ['string', ''],
			'button.payload': ['string', ''],
		},
	],
	[
		'additionalFields',
		{
			avatarUrl: ['string', ''],
			category: ['options', 'UTILITY'],
			contentAttributes: ['json', '{}'],
			customAttributes: ['json', '{}'],
			identifier: ['string', ''],
			inReplyTo: ['string', ''],
			namespace: ['string', ''],
			private: ['boolean', false],
		},
	],
	[
		'options',
		{
			limitWaitTime: [
				'fixedCollection',
				{ values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
			],
			'limitWaitTime.values.limitType': ['options', 'afterTimeInterval'],
			'limitWaitTime.values.resumeAmount': ['number', 1],
			'limitWaitTime.values.resumeUnit': ['options', 'hours'],
			'limitWaitTime.values.maxDateAndTime': ['dateTime', ''],
			messagesPerMinute: ['number', 60],
			failedDelivery: ['options', 'error'],
			lostAnswer: ['options', 'error'],
			oneFilePerMessage: ['boolean', false],
			parallelConversations: ['number', 10],
			rateLimitWait: ['number', 60],
		},
	],
];

/** The least and the greatest value of every number, in the order of the panel. */
export const RANGES: Array<[name: string, least: number, greatest: number | undefined]> = [
	['limit', 1, undefined],
	['headerLatitude', -90, 90],
	['headerLongitude', -180, 180],
	['index', 0, undefined],
	['resumeAmount', 0, undefined],
	['messagesPerMinute', 1, 6000],
	['parallelConversations', 1, 50],
	['rateLimitWait', 0, 86400],
];

/** The options that not every operation shows; On Lost Response goes by what an operation says of itself. */
export const OPTIONS_SHOWN: Record<string, (resource: string, operation: string) => boolean> = {
	failedDelivery: (resource) => resource === 'message',
	limitWaitTime: (_, operation) => operation === 'sendAndWait',
	messagesPerMinute: (resource) => resource === 'message',
	oneFilePerMessage: (_, operation) => operation === 'sendAttachment',
};

/** The values of every menu, in the order of the panel. */
export const MENUS: Array<[name: string, values: string[]]> = [
	['resource', ['contact', 'conversation', 'message']],
	['operation', OPERATIONS.message],
	['operation', OPERATIONS.contact],
	['operation', OPERATIONS.conversation],
	['direction', ['asc', 'desc']],
	['sort', SORTS],
	['contactBy', CONTACT_BY],
	['status', STATUSES],
	['approvalType', ['double', 'single']],
	['parameterMode', PARAMETER_MODES],
	['headerType', HEADER_TYPES],
	['subType', ['quick_reply', 'url']],
	['category', ['AUTHENTICATION', 'MARKETING', 'UTILITY']],
	['limitType', ['afterTimeInterval', 'atSpecifiedTime']],
	['resumeUnit', ['days', 'hours', 'minutes']],
	['failedDelivery', ['output', 'error']],
	['lostAnswer', ['error', 'resend']],
];
