import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { BASE_URL } from '../../credentials/LiveDeskApi.credentials';
import * as contact from './resources/contact';
import * as conversation from './resources/conversation';
import { simplify } from './resources/fields';
import * as message from './resources/message';
import { options } from './resources/options';

export class LiveDesk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LiveDesk',
		name: 'liveDesk',
		icon: { light: 'file:liveDesk.svg', dark: 'file:liveDesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Send texts, attachments and WhatsApp templates into EngageLab LiveDesk conversations, in order and never twice',
		defaults: { name: 'LiveDesk' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
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
				options: [
					{ name: 'Contact', value: 'contact' },
					{ name: 'Conversation', value: 'conversation' },
					{ name: 'Message', value: 'message' },
				],
				default: 'message',
			},
			...contact.properties,
			...conversation.properties,
			...message.properties,
			simplify,
			options,
		],
	};
}
