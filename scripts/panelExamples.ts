import type { IDataObject } from 'n8n-workflow';

/** What the node before outputs. */
export const ITEM: IDataObject = {
	name: 'John',
	email: 'john@example.com',
	order: '#456',
	draft: 'Your parcel arrives on Friday.',
	messageId: 29,
	contactId: 42218348,
};

/** A contact as n8n keeps it once it was chosen from the list. */
const CHOSEN: IDataObject = {
	__rl: true,
	mode: 'list',
	value: 42218348,
	cachedResultName: 'Alice Miller (alice@example.com)',
};

/** What the pictures show, in a message node unless told. */
export const EXAMPLES: Record<string, IDataObject> = {
	'create-contact': {
		resource: 'contact',
		operation: 'create',
		inboxId: '523',
		name: 'Alice Miller',
		email: 'alice@example.com',
		phoneNumber: '+66 81 234 5678',
		additionalFields: { identifier: 'customer-1234' },
	},
	'create-or-update-contact': {
		resource: 'contact',
		operation: 'upsert',
		inboxId: '523',
		name: '={{ $json.name }}',
		email: '={{ $json.email }}',
		additionalFields: { customAttributes: '{ "plan": "premium" }' },
	},
	'get-many-contacts': {
		resource: 'contact',
		operation: 'getAll',
		searchTerm: 'example.com',
		limit: 20,
		filters: { labels: 'vip', sort: 'last_activity_at' },
	},
	'update-contact': {
		resource: 'contact',
		operation: 'update',
		contactId: CHOSEN,
		updateFields: { phoneNumber: '+66 81 234 5678', blocked: false },
	},
	'create-conversation': {
		resource: 'conversation',
		operation: 'create',
		inboxId: '523',
		contactId: CHOSEN,
	},
	'update-status': {
		resource: 'conversation',
		operation: 'updateStatus',
		status: 'snoozed',
		snoozedUntil: '={{ $now.plus(1, "day") }}',
	},
	'send-text': {
		content: '=Hi {{ $json.name }}, your order {{ $json.order }} has shipped.',
		additionalFields: { inReplyTo: '={{ $json.messageId }}' },
	},
	'send-attachment': {
		operation: 'sendAttachment',
		binaryPropertyName: 'invoice, warranty',
		caption: 'Here are your invoice and your warranty card.',
	},
	'send-template': {
		operation: 'sendTemplate',
		templateName: 'order_update',
		chatText: 'Order update for {{1}}: {{2}}',
		bodyVariables: {
			variable: [
				{ name: '1', value: 'John' },
				{ name: '2', value: 'shipped' },
			],
		},
		buttons: {
			button: [
				{ index: 0, subType: 'url', text: 'track/12345' },
				{ index: 1, subType: 'quick_reply', payload: 'OPT_OUT' },
			],
		},
	},
	'send-and-wait': {
		operation: 'sendAndWait',
		message: '=Send this answer to the customer?\n\n{{ $json.draft }}',
		approvalOptions: { values: { approvalType: 'double' } },
	},
	retry: { operation: 'retry', messageId: '3030', options: { failedDelivery: 'output' } },
};
