import { isWebPage, quote, sayingOf, type Noun, type Words } from './words';

/** An answer that is not a success. */
export interface BadReply {
	statusCode: number;
	headers: Readonly<Record<string, unknown>>;
	body: unknown;
}

const CHECK_BASE_URL = "Check 'Base URL' in the LiveDesk credential.";

/** Statuses whose words do not depend on the request. */
const STATUS_WORDS: Readonly<Record<number, Words>> = {
	401: {
		message: 'LiveDesk did not accept the API key or secret',
		description:
			"Check 'API Key' and 'API Secret' in the LiveDesk credential. You find them in LiveDesk under Project Settings > API Management > API Key.",
	},
	403: {
		message: 'The API key has no access to this in LiveDesk',
		description: 'Use an API key of the project that this belongs to.',
	},
	413: {
		message: 'The message is too large for LiveDesk',
		description: 'Send a smaller file, or a link to it.',
	},
	429: {
		message: 'LiveDesk limits how many requests it takes',
		description:
			"Send less at once, or let the node wait longer with 'Rate Limit Wait' under 'Options'. The message was not sent.",
	},
};

/** What to do when LiveDesk does not accept the values of a request (HTTP 422). */
const CORRECT: Readonly<Record<Noun, string>> = {
	message: 'Correct what LiveDesk names.',
	contact:
		"Correct what LiveDesk names. If it says that the e-mail, phone number or identifier is taken, the contact exists already: start a conversation with that contact's ID instead of creating it again.",
	conversation: 'Correct what LiveDesk names.',
};

/**
 * @param path the IDs in the request's URL, e.g. `conversation_id`
 * @param noun what the request is about
 * @returns what a refusal by LiveDesk means and what to do
 */
export function explainRefusal(
	reply: BadReply,
	path: Readonly<Record<string, string>>,
	noun: Noun,
): Words {
	const { statusCode } = reply;
	if (statusCode < 400) return explainRedirect(reply);
	if (isWebPage(reply.body) && statusCode !== 413 && statusCode !== 429)
		return explainWebPage(reply);
	if (statusCode === 404) return { ...explainNotFound(path), httpCode: '404' };
	const words = STATUS_WORDS[statusCode] ?? notAccepted(statusCode, noun);
	return {
		...words,
		description: withSaying(words.description, reply.body),
		httpCode: String(statusCode),
	};
}

function notAccepted(statusCode: number, noun: Noun): Words {
	const message = `LiveDesk did not accept the ${noun}`;
	return statusCode === 422
		? { message, description: CORRECT[noun] }
		: { message: `${message} (HTTP ${statusCode})`, description: 'Check the fields of the node.' };
}

/** @returns what it means that LiveDesk throttles and the wait is over */
export function explainThrottling(reply: BadReply): Words {
	return {
		...STATUS_WORDS[429],
		description: withSaying(STATUS_WORDS[429].description, reply.body),
		httpCode: String(reply.statusCode),
	};
}

/** @returns what an answer means that does not tell whether LiveDesk took the message */
export function explainUnclear(reply: BadReply, noun: Noun): Words {
	const httpCode = String(reply.statusCode);
	if (isWebPage(reply.body) && reply.statusCode < 500) return explainWebPage(reply);
	return {
		message:
			reply.statusCode < 500
				? "LiveDesk's answer could not be read"
				: `LiveDesk did not say whether it took the ${noun} (HTTP ${httpCode})`,
		description: sayingOf(reply.body),
		httpCode,
	};
}

function explainNotFound(path: Readonly<Record<string, string>>): Words {
	const things = Object.entries(path).map(([key, id]) => ({ noun: key.replace(/_id$/, ''), id }));
	const nouns = things.map(({ noun }) => noun).join(' or ');
	const named = things.map(({ noun, id }) => `${noun} ${id}`).join(', ');
	return {
		message: `LiveDesk does not know this ${nouns === '' ? 'address' : nouns}`,
		description: `Not found: ${named === '' ? 'the address' : named}. Check the ID, and that the API key belongs to the same project.`,
	};
}

function explainRedirect({ statusCode, headers }: BadReply): Words {
	const location = quote(String(headers.location ?? 'an address it did not name'));
	return {
		message: 'LiveDesk answered with a redirect, which the node does not follow',
		description: `Nothing was sent to the other address: ${location} ${CHECK_BASE_URL}`,
		httpCode: String(statusCode),
	};
}

function explainWebPage({ statusCode }: BadReply): Words {
	return {
		message: "A web page answered instead of LiveDesk's API",
		description: `${CHECK_BASE_URL} The page came with HTTP ${statusCode}.`,
		httpCode: String(statusCode),
	};
}

function withSaying(advice: string, body: unknown): string {
	return [advice, sayingOf(body)].filter((part) => part !== '').join(' ');
}
