import type { Ending } from '../../delivery/core/ending';
import { codeIn, externalErrorOf } from '../externalError';
import { quote, quoteId } from '../quote';
import { whatsappCode, type RetryAdvice } from '../whatsappCodes';
import { sentences, type About, type Words } from '../words';
import { explainRefused, retryOf } from './refused';

const UNKNOWN_CODE = {
	message: 'The channel did not deliver the message',
	advice: 'Look at the message in LiveDesk for the reason.',
	retry: 'soon',
} as const;

const RETRY: Readonly<Record<RetryAdvice, string>> = {
	soon: 'The Retry operation can then help: LiveDesk queues the message again.',
	days: 'The Retry operation can help after a day or more, not sooner.',
	fix: 'Retrying the message does not help before that.',
	never: 'Retrying the message does not help.',
};

/**
 * @param ending holds LiveDesk's message object; its `external_error` reads "CODE: Title"
 * @returns what it means that the channel did not deliver a message, by the channel's code; and, where LiveDesk has
 * refused to retry it, that as well
 */
export function explainChannel(ending: Ending & { kind: 'failed' }, about: About): Words {
	const { body, messageId, retry } = ending;
	const code = codeIn(body);
	const known = (code === undefined ? undefined : whatsappCode(code)) ?? UNKNOWN_CODE;
	const id = quoteId(messageId ?? body.id, about.redact);
	const said = quote(externalErrorOf(body), about.redact);
	const words = {
		message: known.message,
		description: sentences(
			known.advice,
			retry ? '' : RETRY[known.retry],
			id === '' ? '' : `Message ID: ${id}.`,
			said === '' ? '' : `The channel says: ${said}`,
			retry ? refusedRetry(retry, retryOf(about, id)) : '',
		),
	};
	return code === undefined ? words : { ...words, code };
}

function refusedRetry(retry: Ending & { kind: 'refused' }, about: About): string {
	const { message, description } = explainRefused(retry, about);
	const what = retry.reply
		? 'LiveDesk refused to retry it'
		: 'LiveDesk could not be asked to retry it';
	return sentences(`${what}: ${message}`, description);
}
