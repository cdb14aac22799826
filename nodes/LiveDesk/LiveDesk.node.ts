import {
	NodeConnectionTypes,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { BASE_URL } from '../../credentials/LiveDeskApi.credentials';
import { options, requestOptions, withoutOperation } from './delivery';
import { additionalFields } from './resources/additionalFields';
import * as contact from './resources/contact';
import * as conversation from './resources/conversation';
import { conversation as conversationId } from './resources/conversationId';
import { inbox } from './resources/inbox';
import * as message from './resources/message';
import { simplify } from './resources/simplify';

export class LiveDesk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LiveDesk',
		name: 'liveDesk',
		icon: { light: 'file:liveDesk.svg', dark: 'file:liveDesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send messages, files and WhatsApp templates with EngageLab LiveDesk',
		defaults: { name: 'LiveDesk' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		webhooks: message.webhooks,
		waitingNodeTooltip:
			'The execution goes on when an agent has opened a link of the private note and decided',
		credentials: [{ name: 'liveDeskApi', required: true }],
		requestDefaults: {
			baseURL: BASE_URL,
			headers: { Accept: 'application/json' },
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				routing: withoutOperation,
				options: [
					{ name: 'Contact', value: 'contact' },
					{ name: 'Conversation', value: 'conversation' },
					{ name: 'Message', value: 'message' },
				],
				default: 'message',
			},
			// Message first: early n8n 2 looks for Send and Wait for Approval only in the first menu of operations.
			message.menu,
			contact.menu,
			conversation.menu,
			inbox,
			conversationId,
			...contact.fields,
			...conversation.fields,
			...message.fields,
			additionalFields([...contact.additionalFields, ...message.additionalFields]),
			simplify,
			{
				...options,
				options: [message.limitWaitTime, ...(options.options ?? [])],
			} as INodeProperties,
			requestOptions,
		],
	};

	methods = { listSearch: { searchContacts: contact.searchContacts } };

	customOperations = { message: message.customOperations };

	webhook = message.webhook;
}
