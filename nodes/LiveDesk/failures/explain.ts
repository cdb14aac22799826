import { explainChannel } from './explainChannel';
import { explainRefusal, explainThrottling, explainUnclear, type BadReply } from './explainHttp';
import {
	explainCredential,
	explainFile,
	explainNoAnswer,
	explainNotReached,
	explainPolicy,
	explainTls,
} from './explainNetwork';
import type { Noun, Words } from './words';

/** What happened to a message that was not delivered. */
export type Failure =
	| { kind: 'invalid'; message: string; description?: string }
	| { kind: 'failed'; reply: Readonly<Record<string, unknown>> }
	| { kind: 'throttled'; reply: BadReply; messageId?: string | number }
	| {
			kind: 'refused' | 'unknown';
			reply?: BadReply;
			network?: { kind: string; code?: string; reason?: string };
			messageId?: string | number;
	  };

/** What to do when nobody knows whether LiveDesk did it. */
const LOOK_FIRST: Readonly<Record<Noun, string>> = {
	message:
		'The message may have arrived: look at the conversation before you send it again. To have Retry On Fail repeat such messages,',
	contact:
		'The contact may have been created: look for it in LiveDesk before you create it again. To have Retry On Fail repeat such requests,',
	conversation:
		'The conversation may have been started: look for it in LiveDesk before you start it again. To have Retry On Fail repeat such requests,',
};
const CHOOSE_RESEND = "set 'If the Answer Is Lost' under 'Options' to 'Send Again'.";

/**
 * @param path the IDs in the request's URL, e.g. `conversation_id`
 * @param noun what the request is about
 * @returns what a person is told: what happened as a title, and what to do about it
 */
export function explain(
	failure: Failure,
	path: Readonly<Record<string, string>>,
	noun: Noun = 'message',
): Words {
	if (failure.kind === 'invalid') {
		return { message: failure.message, description: failure.description ?? '' };
	}
	const words = wordsOf(failure, path, noun);
	if (failure.kind === 'failed' || failure.messageId === undefined) return words;
	const known = `LiveDesk has the message under the ID ${failure.messageId} and can retry it.`;
	return { ...words, description: `${known} ${words.description}` };
}

function wordsOf(
	failure: Exclude<Failure, { kind: 'invalid' }>,
	path: Readonly<Record<string, string>>,
	noun: Noun,
): Words {
	switch (failure.kind) {
		case 'failed':
			return explainChannel(failure.reply);
		case 'throttled':
			return explainThrottling(failure.reply);
		case 'refused':
			return failure.reply
				? explainRefusal(failure.reply, path, noun)
				: explainNotSent(failure.network);
		case 'unknown': {
			const words = failure.reply
				? explainUnclear(failure.reply, noun)
				: explainNoAnswer(failure.network?.code);
			return {
				...words,
				description: `${LOOK_FIRST[noun]} ${CHOOSE_RESEND} ${words.description}`.trim(),
			};
		}
	}
}

function explainNotSent(network: { kind: string; code?: string; reason?: string } | undefined) {
	const { kind, code, reason } = network ?? {};
	if (kind === 'policy') return explainPolicy(reason);
	if (kind === 'credential') return explainCredential(reason);
	if (kind === 'tls' && code !== undefined) return explainTls(code);
	return kind === 'file' ? explainFile(code) : explainNotReached(code);
}
