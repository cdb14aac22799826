import type { IDataObject } from 'n8n-workflow';

/** What the node before outputs. */
export const ITEM: IDataObject = {
	name: 'John',
	order: '#456',
	draft: 'Your parcel arrives on Friday.',
	messageId: 29,
	contactId: 42218348,
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
	'create-conversation': {
		resource: 'conversation',
		operation: 'create',
		inboxId: '523',
		contactId: '={{ $json.contactId }}',
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
