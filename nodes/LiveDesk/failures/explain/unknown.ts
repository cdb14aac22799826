import type { Outcome, Reply } from '../../delivery/core/outcome';
import { phrasesFor } from '../phrases';
import { isWebPage, sayingOf } from '../saying';
import { sentences, type About, type Words } from '../words';
import { explainCause } from './cause';
import { explainWebPage } from './http';

/** @returns what it means that nobody knows whether LiveDesk did something: first what to look at, then why */
export function explainUnknown(
	{ reply, cause }: Omit<Outcome & { kind: 'unknown' }, 'kind'>,
	about: About,
): Words {
	const words = reply
		? explainUnclear(reply, about)
		: explainCause(cause ?? { kind: 'lost' }, about.redact);
	const isCancelled = !reply && cause?.kind === 'cancelled';
	return {
		...words,
		description: sentences(...whatToDo(about, isCancelled), words.description),
	};
}

function whatToDo({ subject }: About, isCancelled: boolean): string[] {
	const { mayBeDone, lookFirst } = phrasesFor(subject);
	if (subject.isRepeatable === true || subject.done === 'read') {
		return [mayBeDone, 'Running the node again is safe.'];
	}
	const look = `${mayBeDone}: ${lookFirst}.`;
	// A retry is never followed by another: LiveDesk could send the message twice.
	if (isCancelled || subject.done === 'retried') return [look];
	const such = subject.noun === 'message' ? 'send such messages again' : 'repeat such requests';
	return [
		look,
		`To let Retry On Fail ${such}, set 'On Lost Response' under 'Options' to 'Send Again'.`,
	];
}

function explainUnclear(reply: Reply, { subject, redact }: About): Words {
	const httpCode = String(reply.statusCode);
	if (reply.statusCode < 500) {
		if (isWebPage(reply.body)) return explainWebPage(reply);
		if (typeof reply.body !== 'object' || reply.body === null) {
			const message = "LiveDesk's response could not be read";
			return { message, description: sayingOf(reply.body, redact), httpCode };
		}
	}
	const title =
		subject.done === 'read'
			? `LiveDesk did not return the ${subject.noun}s`
			: `It is unclear whether LiveDesk accepted the ${phrasesFor(subject).asked}`;
	return {
		message: reply.statusCode < 500 ? title : `${title} (HTTP ${httpCode})`,
		description: sayingOf(reply.body, redact),
		httpCode,
	};
}
