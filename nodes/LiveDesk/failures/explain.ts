import { explainChannel } from './explainChannel';
import { explainRefusal, explainThrottling, explainUnclear, type BadReply } from './explainHttp';
import { explainFile, explainNoAnswer, explainNotReached, explainTls } from './explainNetwork';
import type { Words } from './words';

/** What happened to a message that was not delivered. */
export type Failure =
	| { kind: 'invalid'; message: string; description?: string }
	| { kind: 'failed'; reply: Readonly<Record<string, unknown>> }
	| { kind: 'throttled'; reply: BadReply }
	| { kind: 'refused' | 'unknown'; reply?: BadReply; network?: { kind: string; code?: string } };

const MAY_HAVE_ARRIVED =
	"The message may have arrived: look at the conversation before you send it again. To have Retry On Fail repeat such messages, set 'If the Answer Is Lost' under 'Options' to 'Send Again'.";

/**
 * @param path the IDs in the request's URL, e.g. `conversation_id`
 * @returns what a person is told: what happened as a title, and what to do about it
 */
export function explain(failure: Failure, path: Readonly<Record<string, string>>): Words {
	switch (failure.kind) {
		case 'invalid':
			return { message: failure.message, description: failure.description ?? '' };
		case 'failed':
			return explainChannel(failure.reply);
		case 'throttled':
			return explainThrottling(failure.reply);
		case 'refused':
			return failure.reply
				? explainRefusal(failure.reply, path)
				: explainNotSent(failure.network?.kind, failure.network?.code);
		case 'unknown': {
			const words = failure.reply
				? explainUnclear(failure.reply)
				: explainNoAnswer(failure.network?.code);
			return { ...words, description: `${MAY_HAVE_ARRIVED} ${words.description}`.trim() };
		}
	}
}

function explainNotSent(kind: string | undefined, code: string | undefined): Words {
	if (kind === 'tls' && code !== undefined) return explainTls(code);
	return kind === 'file' ? explainFile(code) : explainNotReached(code);
}
