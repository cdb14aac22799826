import { UserError, type INodeProperties } from 'n8n-workflow';
import { isObject } from './core/outcome';

/** How delivery goes about its work, as the user chose. */
export interface Options {
	failedDelivery: 'error' | 'output';
	lostAnswer: 'error' | 'resend';
	/** Requests at the same time. */
	parallelConversations: number;
	/** undefined for no limit. */
	messagesPerMinute?: number;
	/** In seconds. */
	rateLimitWait: number;
}

interface Range {
	label: string;
	min: number;
	max: number;
}

const PARALLEL: Range = { label: 'Parallel Conversations', min: 1, max: 50 };
const PER_MINUTE: Range = { label: 'Messages per Minute', min: 1, max: 6_000 };
const WAIT: Range = { label: 'Rate Limit Wait (Seconds)', min: 0, max: 24 * 60 * 60 };

export const DEFAULTS: Options = {
	failedDelivery: 'error',
	lostAnswer: 'error',
	parallelConversations: 10,
	rateLimitWait: 60,
};

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
			default: DEFAULTS.failedDelivery,
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
			default: DEFAULTS.lostAnswer,
			// What may be repeated without harm is repeated.
			displayOptions: { hide: { '/operation': ['getAll', 'update', 'upsert'] } },
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
			default: DEFAULTS.parallelConversations,
			typeOptions: { minValue: PARALLEL.min, maxValue: PARALLEL.max },
			description:
				'How many conversations or contacts to work on at the same time. Messages of one conversation always go one after the other. The first item decides for all.',
		},
		{
			displayName: WAIT.label,
			name: 'rateLimitWait',
			type: 'number',
			default: DEFAULTS.rateLimitWait,
			typeOptions: { minValue: WAIT.min, maxValue: WAIT.max },
			description:
				'How long to wait at most when LiveDesk limits the rate, before giving up. 0 means not to wait. The first item decides for all.',
		},
	],
};

/**
 * @param value the collection as n8n gives it: a field that the user did not add is not in it
 * @throws UserError for an option whose expression gave something else than the option takes
 */
export function readOptions(value: unknown): Options {
	const given = isObject(value) ? value : {};
	const has = (name: string) => given[name] !== undefined;
	return {
		failedDelivery: has('failedDelivery')
			? oneOf('On Delivery Failure', given.failedDelivery, ['error', 'output'])
			: DEFAULTS.failedDelivery,
		lostAnswer: has('lostAnswer')
			? oneOf('On Lost Response', given.lostAnswer, ['error', 'resend'])
			: DEFAULTS.lostAnswer,
		parallelConversations: has('parallelConversations')
			? Math.floor(within(PARALLEL, given.parallelConversations))
			: DEFAULTS.parallelConversations,
		rateLimitWait: has('rateLimitWait')
			? within(WAIT, given.rateLimitWait)
			: DEFAULTS.rateLimitWait,
		...(has('messagesPerMinute')
			? { messagesPerMinute: within(PER_MINUTE, given.messagesPerMinute) }
			: {}),
	};
}

function within({ label, min, max }: Range, value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && number >= min && number <= max) return number;
	throw new UserError(`'${label}' is not a number from ${min} to ${max}`, {
		description: `Enter a number from ${min} to ${max} in '${label}' under 'Options', or check the expression there.`,
	});
}

function oneOf<T extends string>(label: string, value: unknown, known: T[]): T {
	const found = known.find((each) => each === value);
	if (found !== undefined) return found;
	throw new UserError(`'${label}' has a value that the node does not know`, {
		description: `Known values of '${label}' under 'Options': ${known.join(', ')}.`,
	});
}
