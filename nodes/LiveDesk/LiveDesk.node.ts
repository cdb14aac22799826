import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { BASE_URL } from '../../credentials/LiveDeskApi.credentials';
import * as message from './resources/message';

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
				options: [{ name: 'Message', value: 'message' }],
				default: 'message',
			},
			...message.properties,
		],
	};
}
