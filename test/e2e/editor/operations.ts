/** An operation as a person sees it. */
export interface SeenOperation {
	/** In n8n's panel of nodes. */
	action: string;
	resource: string;
	operation: string;
	/** The labels that a new node shows, from top to bottom. */
	labels: string[];
	additionalFields?: string[];
	options: string[];
}

const HEAD = ['Credential', 'Resource', 'Operation'];
const TAIL = ['Additional Fields', 'Simplify', 'Options'];
const MESSAGE_FIELDS = ['Content Attributes', 'In Reply To Message ID', 'Private Note'];
const PACE = ['Parallel Conversations', 'Rate Limit Wait (Seconds)'];
const LOST = 'On Lost Response';
const MESSAGE_OPTIONS = ['Messages per Minute', 'On Delivery Failure', LOST, ...PACE];
const PERSON = ['Inbox (Channel) ID', 'Name', 'Email', 'Phone Number'];

/** @param parameters what is seen below 'Specify Parameters' */
export const templateLabels = (...parameters: string[]) => [
	...HEAD,
	'Conversation',
	'Template Name',
	'Template Language',
	'Chat Text',
	'Specify Parameters',
	...parameters,
	...TAIL,
];

export const TEMPLATE: SeenOperation = {
	action: 'Send a WhatsApp template',
	resource: 'Message',
	operation: 'Send Template',
	labels: templateLabels('Header Type', 'Body Variables', 'Footer Variables', 'Buttons'),
	additionalFields: ['Category', 'Namespace'],
	options: MESSAGE_OPTIONS,
};

/** All operations, in the order in which the dropdowns show them. */
export const OPERATIONS: SeenOperation[] = [
	{
		action: 'Create a contact',
		resource: 'Contact',
		operation: 'Create',
		labels: [...HEAD, ...PERSON, ...TAIL],
		additionalFields: ['Avatar URL', 'Identifier'],
		options: [LOST, ...PACE],
	},
	{
		action: 'Create or update a contact',
		resource: 'Contact',
		operation: 'Create or Update',
		labels: [...HEAD, ...PERSON, ...TAIL],
		additionalFields: ['Avatar URL', 'Custom Attributes', 'Identifier'],
		options: PACE,
	},
	{
		action: 'Get many contacts',
		resource: 'Contact',
		operation: 'Get Many',
		labels: [...HEAD, 'Search Term', 'Return All', 'Limit', 'Filters', 'Simplify', 'Options'],
		options: PACE,
	},
	{
		action: 'Update a contact',
		resource: 'Contact',
		operation: 'Update',
		labels: [...HEAD, 'Contact', 'Update Fields', 'Simplify', 'Options'],
		options: PACE,
	},
	{
		action: 'Create a conversation',
		resource: 'Conversation',
		operation: 'Create',
		labels: [
			...HEAD,
			'Inbox (Channel) ID',
			'Identify Contact By',
			'Contact',
			'Simplify',
			'Options',
		],
		options: [LOST, ...PACE],
	},
	{
		action: 'Update the status of a conversation',
		resource: 'Conversation',
		operation: 'Update Status',
		labels: [...HEAD, 'Conversation', 'Status', 'Simplify', 'Options'],
		options: [LOST, ...PACE],
	},
	{
		action: 'Retry a failed message',
		resource: 'Message',
		operation: 'Retry',
		labels: [...HEAD, 'Conversation', 'Message ID', 'Simplify', 'Options'],
		options: MESSAGE_OPTIONS.filter((label) => label !== LOST),
	},
	{
		action: 'Send a message and wait for approval',
		resource: 'Message',
		operation: 'Send and Wait for Approval',
		labels: [...HEAD, 'Conversation', 'Message', 'Approval Options', 'Options'],
		options: ['Limit Wait Time', ...MESSAGE_OPTIONS],
	},
	{
		action: 'Send an attachment',
		resource: 'Message',
		operation: 'Send Attachment',
		labels: [...HEAD, 'Conversation', 'Input Data Field Name', 'Caption', ...TAIL],
		additionalFields: MESSAGE_FIELDS,
		options: ['Messages per Minute', 'On Delivery Failure', LOST, 'One File per Message', ...PACE],
	},
	TEMPLATE,
	{
		action: 'Send a text message',
		resource: 'Message',
		operation: 'Send Text',
		labels: [...HEAD, 'Conversation', 'Text', ...TAIL],
		additionalFields: MESSAGE_FIELDS,
		options: MESSAGE_OPTIONS,
	},
];
