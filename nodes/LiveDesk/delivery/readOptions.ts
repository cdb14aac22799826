import { UserError } from 'n8n-workflow';
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

/** What a number may be, in the field and in what an expression gives. */
interface Range {
	label: string;
	min: number;
	max: number;
}

export const PARALLEL: Range = { label: 'Parallel Conversations', min: 1, max: 50 };
export const PER_MINUTE: Range = { label: 'Messages per Minute', min: 1, max: 6_000 };
export const WAIT: Range = { label: 'Rate Limit Wait (Seconds)', min: 0, max: 24 * 60 * 60 };

/**
 * @param value the collection as n8n gives it: a field that the user did not add is not in it
 * @throws UserError for an option whose expression gave something else than the option takes
 */
export function readOptions(value: unknown): Options {
	const {
		failedDelivery = 'error',
		lostAnswer = 'error',
		parallelConversations = 10,
		rateLimitWait = 60,
		messagesPerMinute,
	} = isObject(value) ? value : {};
	return {
		failedDelivery: oneOf('On Delivery Failure', failedDelivery, ['error', 'output']),
		lostAnswer: oneOf('On Lost Response', lostAnswer, ['error', 'resend']),
		parallelConversations: Math.floor(within(PARALLEL, parallelConversations)),
		rateLimitWait: within(WAIT, rateLimitWait),
		...(messagesPerMinute === undefined
			? {}
			: { messagesPerMinute: within(PER_MINUTE, messagesPerMinute) }),
	};
}

export const DEFAULTS = readOptions({});

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
