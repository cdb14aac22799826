import type { Ending } from '../../delivery/core/ending';
import { phrasesFor } from '../phrases';
import { quoteId } from '../quote';
import { sentences, type About, type Words } from '../words';
import { explainChannel } from './channel';
import { explainRefused, retryOf } from './refused';
import { explainThrottling } from './throttling';
import { explainUnknown } from './unknown';

type Untold = Exclude<Ending, { kind: 'delivered' }>;
/** What happened to a request. */
type Asked = Untold & { kind: 'throttled' | 'refused' | 'unknown' };

/**
 * Puts the end of a message that was not delivered into words: what happened, what arrived, what to do now.
 *
 * @param ending what happened; what came from outside may be of any size and shape
 * @param about what the message is known by
 * @returns a title in our own words, and a description that may quote what came from outside, without secrets; never
 * throws
 */
export function explain(ending: Untold, about: About): Words {
	switch (ending.kind) {
		case 'invalid':
			return { message: ending.message, description: ending.description ?? '' };
		case 'notSent':
			return explainNotSent(ending.isCancelled === true, about);
		case 'failed':
			return explainChannel(ending, about);
		case 'throttled':
		case 'refused':
		case 'unknown':
			return explainRequest(ending, about);
	}
}

function explainNotSent(isCancelled: boolean, { subject }: About): Words {
	const { before, notDone, toDo } = phrasesFor(subject);
	return isCancelled
		? {
				message: `The execution was cancelled ${before}`,
				description: `LiveDesk was not asked for it. Run the workflow again to ${toDo}.`,
			}
		: {
				message: `${notDone}, because another item did not go through`,
				description: 'Correct the other item first, then run the node with the items left.',
			};
}

function explainRequest(ending: Asked, about: About): Words {
	const id = quoteId(ending.messageId, about.redact);
	if (id === '') return wordsFor(ending, about);
	// With the message known, what LiveDesk was asked for was its retry.
	const words = wordsFor(ending, retryOf(about, id));
	const known = `LiveDesk has the message under the ID ${id}.`;
	return { ...words, description: sentences(known, words.description) };
}

function wordsFor(ending: Asked, about: About): Words {
	switch (ending.kind) {
		case 'throttled':
			return explainThrottling(ending, about);
		case 'refused':
			return explainRefused(ending, about);
		case 'unknown':
			return explainUnknown(ending, about);
	}
}
