import type { INodeProperties } from 'n8n-workflow';
import { PARALLEL, PER_MINUTE, WAIT } from './readOptions';

const messagesOnly = { show: { '/resource': ['message'] } };

/** The same for all operations. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: PER_MINUTE.label,
			name: 'messagesPerMinute',
			type: 'number',
			default: 60,
			typeOptions: { minValue: PER_MINUTE.min, maxValue: PER_MINUTE.max },
			displayOptions: messagesOnly,
			description:
				'How many messages to start in a minute at most, evenly spaced, all conversations together. The first item decides for all.',
		},
		{
			displayName: 'On Delivery Failure',
			name: 'failedDelivery',
			type: 'options',
			default: 'error',
			displayOptions: messagesOnly,
			description:
				"What to do when LiveDesk accepts a message but the channel does not deliver it, e.g. because WhatsApp's 24-hour window has closed",
			options: [
				{
					name: 'Output the Message',
					value: 'output',
					description: "Continue, with status 'failed' in the output",
				},
				{
					name: 'Treat as an Error',
					value: 'error',
					description: "Follow the node's On Error setting",
				},
			],
		},
		{
			displayName: 'On Lost Response',
			name: 'lostAnswer',
			type: 'options',
			default: 'error',
			// What may be repeated without harm is repeated, and LiveDesk's retry never.
			displayOptions: { hide: { '/operation': ['getAll', 'retry', 'update', 'upsert'] } },
			description:
				'What Retry On Fail does if no response arrived, so that it is unknown whether the message was sent',
			options: [
				{
					name: 'Do Not Send Again',
					value: 'error',
					description: 'Never sends a message twice',
				},
				{
					name: 'Send Again',
					value: 'resend',
					description: 'May send a message twice',
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
			displayName: PARALLEL.label,
			name: 'parallelConversations',
			type: 'number',
			default: 10,
			typeOptions: { minValue: PARALLEL.min, maxValue: PARALLEL.max },
			description:
				'How many conversations or contacts to work on at the same time. Messages of one conversation always go one after the other. The first item decides for all.',
		},
		{
			displayName: WAIT.label,
			name: 'rateLimitWait',
			type: 'number',
			default: 60,
			typeOptions: { minValue: WAIT.min, maxValue: WAIT.max },
			description:
				'How long to wait at most when LiveDesk limits the rate, before giving up. 0 means not to wait. The first item decides for all.',
		},
	],
};
