import type { Outcome } from '../../delivery/core/outcome';
import { durationText } from '../duration';
import { phrasesFor } from '../phrases';
import { sayingOf } from '../saying';
import { sentences, type About, type Words } from '../words';

/**
 * @returns what it means that LiveDesk asked to wait, and how long; without a reply it did so earlier, and nothing more
 * was asked of it
 */
export function explainThrottling(
	{ reply, retryAfterMs }: Omit<Outcome & { kind: 'throttled' }, 'kind'>,
	{ subject, redact }: About,
): Words {
	const { notDone } = phrasesFor(subject);
	const asked =
		retryAfterMs === undefined
			? 'LiveDesk did not say how long to wait: try again in a few minutes.'
			: `LiveDesk asked to wait ${durationText(retryAfterMs)}: try again after that.`;
	const description = sentences(
		asked,
		"To let the node wait longer by itself, raise 'Rate Limit Wait (Seconds)' under 'Options'.",
	);
	if (!reply) return { message: `LiveDesk had asked to wait: ${lowerCase(notDone)}`, description };
	const isBusy = reply.statusCode !== 429;
	// What is paced is only the sending of messages.
	const isPaced = subject.done === 'sent' && !isBusy;
	return {
		message: isBusy
			? 'LiveDesk is busy or not available at the moment'
			: "LiveDesk's rate limit was reached",
		description: sentences(
			notDone,
			description,
			isPaced ? "To stay below the limit, set 'Messages per Minute' there." : '',
			sayingOf(reply.body, redact),
		),
		httpCode: String(reply.statusCode),
	};
}

const lowerCase = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
