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

function explainUnclear({ statusCode, body }: Reply, { subject, redact }: About): Words {
	const httpCode = String(statusCode);
	const isReceived = statusCode < 500;
	if (isReceived && isWebPage(body)) return { ...explainWebPage(statusCode), httpCode };
	const description = sayingOf(body, redact);
	if (isReceived && (typeof body !== 'object' || body === null)) {
		return { message: "LiveDesk's response could not be read", description, httpCode };
	}
	const title =
		subject.done === 'read'
			? `LiveDesk did not return the ${subject.noun}s`
			: `It is unclear whether LiveDesk accepted the ${phrasesFor(subject).asked}`;
	return { message: isReceived ? title : `${title} (HTTP ${httpCode})`, description, httpCode };
}
