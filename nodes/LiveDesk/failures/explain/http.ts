import type { Reply } from '../../delivery/core/outcome';
import { quote } from '../quote';
import { isWebPage, sayingOf } from '../saying';
import { CHECK_BASE_URL, sentences, type About, type Told, type Words } from '../words';
import { statusWords } from './statusWords';

/** Statuses of which a web page tells nothing else: proxies and firewalls give such pages. */
const PAGE_SAYS_NO_MORE = new Set([402, 407, 408, 413, 423, 429, 451]);

/** @returns what a response means with which LiveDesk, or what stands in front of it, refused something */
export function explainRefusal(reply: Reply, about: About): Words {
	return { ...wordsFor(reply, about), httpCode: String(reply.statusCode) };
}

function wordsFor(reply: Reply, about: About): Told {
	const { statusCode, body } = reply;
	if (statusCode >= 300 && statusCode < 400) return explainRedirect(reply, about);
	if (isWebPage(body) && !PAGE_SAYS_NO_MORE.has(statusCode)) {
		return statusCode === 403 ? FIREWALL : explainWebPage(statusCode);
	}
	const said = sayingOf(body, about.redact);
	const { message, description } = statusWords(statusCode, about, said);
	return { message, description: sentences(description, said) };
}

function explainRedirect({ statusCode, headers: { location } }: Reply, { redact }: About): Told {
	if (typeof location !== 'string' || location.trim() === '') {
		return {
			message: `LiveDesk responded with HTTP ${statusCode}, which is not a result`,
			description: CHECK_BASE_URL,
		};
	}
	return {
		message: 'LiveDesk responded with a redirect, which the node does not follow',
		description: sentences(
			`Nothing was sent to the other URL: ${quote(location, redact)}`,
			CHECK_BASE_URL,
		),
	};
}

const FIREWALL: Told = {
	message: 'A firewall or proxy blocked the request to LiveDesk',
	description:
		'A web page came back instead of a response of LiveDesk (HTTP 403). Ask your n8n administrator whether n8n may reach LiveDesk.',
};

/** @returns what it means that a web page came back, as wrong URLs give */
export const explainWebPage = (statusCode: number): Told => ({
	message: "A web page answered instead of LiveDesk's API",
	description: `${CHECK_BASE_URL} The page came with HTTP ${statusCode}.`,
});
