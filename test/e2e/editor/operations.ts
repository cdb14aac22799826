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
const CREATE_OPTIONS = ['If the Answer Is Lost', 'Parallel Conversations', 'Rate Limit Wait'];
const MESSAGE_OPTIONS = ['If Delivery Fails', ...CREATE_OPTIONS];

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
		labels: [...HEAD, 'Inbox (Channel) ID', 'Name', 'Email', 'Phone Number', ...TAIL],
		additionalFields: ['Avatar URL', 'Identifier'],
		options: CREATE_OPTIONS,
	},
	{
		action: 'Create a conversation',
		resource: 'Conversation',
		operation: 'Create',
		labels: [
			...HEAD,
			'Inbox (Channel) ID',
			'Identify Contact By',
			'Contact ID',
			'Simplify',
			'Options',
		],
		options: CREATE_OPTIONS,
	},
	{
		action: 'Retry a failed message',
		resource: 'Message',
		operation: 'Retry',
		labels: [...HEAD, 'Conversation', 'Message ID', 'Simplify', 'Options'],
		options: MESSAGE_OPTIONS,
	},
	{
		action: 'Send an attachment',
		resource: 'Message',
		operation: 'Send Attachment',
		labels: [...HEAD, 'Conversation', 'Input Data Field Name', 'Caption', ...TAIL],
		additionalFields: MESSAGE_FIELDS,
		options: [
			'If Delivery Fails',
			'If the Answer Is Lost',
			'One File per Message',
			'Parallel Conversations',
			'Rate Limit Wait',
		],
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
