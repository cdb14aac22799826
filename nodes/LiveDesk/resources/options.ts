import type { INodeProperties } from 'n8n-workflow';

/** How delivery goes about its work; the same for all operations. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'If Delivery Fails',
			name: 'failedDelivery',
			type: 'options',
			default: 'error',
			displayOptions: { show: { '/resource': ['message'] } },
			description:
				"What to do when LiveDesk takes a message but the channel refuses it, e.g. because WhatsApp's 24-hour window has closed",
			options: [
				{
					name: 'Output the Message',
					value: 'output',
					description: "Continue, with status 'failed' in the output",
				},
				{
					name: 'Treat as an Error',
					value: 'error',
					description: 'Do what is set under Settings > On Error',
				},
			],
		},
		{
			displayName: 'If the Answer Is Lost',
			name: 'lostAnswer',
			type: 'options',
			default: 'error',
			description:
				'What Retry On Fail does when the answer of LiveDesk never came, so that nobody knows whether it did what was asked',
			options: [
				{
					name: 'Do Not Send Again',
					value: 'error',
					description: 'Nothing is done twice, e.g. no message reaches the customer twice',
				},
				{
					name: 'Send Again',
					value: 'resend',
					description: 'It may be done twice, e.g. a message may reach the customer twice',
				},
			],
		},
		{
			displayName: 'One File per Message',
			name: 'oneFilePerMessage',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/resource': ['message'], '/operation': ['sendAttachment'] } },
			description:
				'Whether to send each file as a message of its own, the caption with the first. On WhatsApp only the first file of a message reaches the customer.',
		},
		{
			displayName: 'Parallel Conversations',
			name: 'parallelConversations',
			type: 'number',
			default: 10,
			typeOptions: { minValue: 1, maxValue: 50 },
			description:
				'How many conversations or contacts to work on at the same time. Messages of one conversation always go one after the other.',
		},
		{
			displayName: 'Rate Limit Wait',
			name: 'rateLimitWait',
			type: 'number',
			default: 60,
			typeOptions: { minValue: 0 },
			description:
				'How many seconds to wait at most when LiveDesk limits the rate, before giving up. 0 means not to wait.',
		},
	],
};
