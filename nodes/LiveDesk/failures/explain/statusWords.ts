import { phrasesFor } from '../phrases';
import type { About, Subject, Told } from '../words';
import { explainNotFound } from './notFound';

/** Statuses that no other value in the node's fields would change, and whose words do not depend on the request. */
const BESIDE_THE_FIELDS: Readonly<Record<number, Told>> = {
	401: {
		message: 'LiveDesk did not accept the API key or secret',
		description:
			"Check 'API Key' and 'API Secret' in the LiveDesk credential, and that the key has the right to do this. You find them in LiveDesk under Project Settings > API Management > API Key.",
	},
	402: {
		message: 'The LiveDesk plan does not include this',
		description: 'Check the plan of the project in LiveDesk, or ask whoever manages it.',
	},
	405: {
		message: 'LiveDesk does not offer this kind of request (HTTP 405)',
		description:
			'Update the LiveDesk node. If that does not help, ask your n8n administrator about a proxy that changes requests.',
	},
	407: {
		message: 'A proxy on the way to LiveDesk asked for a sign-in',
		description:
			"Check 'Proxy' under 'Request Options' in the node's Settings, or ask your n8n administrator for the proxy's user and password.",
	},
	408: {
		message: 'LiveDesk did not receive the whole request in time',
		description:
			'Run the node again. If it happens with large files, ask your n8n administrator about the speed of the network.',
	},
	409: {
		message: 'LiveDesk reports a conflict with another change',
		description:
			'Look at the current state in LiveDesk, then run the node again if it is still needed.',
	},
	423: {
		message: 'This is locked in LiveDesk at the moment',
		description:
			'Wait until it is unlocked, or ask whoever manages the project, then run the node again.',
	},
	451: {
		message: 'Access to LiveDesk is blocked for legal reasons',
		description:
			'Ask whoever manages the project in LiveDesk, or your n8n administrator about a firewall.',
	},
};

/**
 * @param said what LiveDesk says about it
 * @returns what a status of LiveDesk, or of what stands in front of it, means where LiveDesk did not do something
 */
export function statusWords(statusCode: number, about: About, said: string): Told {
	const { subject } = about;
	// LiveDesk can say no with HTTP 200.
	if (statusCode < 300) return notAccepted(subject, said);
	if (Object.hasOwn(BESIDE_THE_FIELDS, statusCode)) return BESIDE_THE_FIELDS[statusCode];
	const { asked } = phrasesFor(subject);
	switch (statusCode) {
		case 403:
			return {
				message: 'The API key has no access to this in LiveDesk',
				description: `Use an API key of the ${subject.noun === 'contact' ? 'contact' : 'conversation'}'s project.`,
			};
		case 404:
		case 410:
			return explainNotFound(about);
		case 413:
			return {
				message: `The ${asked} is too large for LiveDesk`,
				description:
					subject.done === 'sent'
						? 'Send a smaller file, or a link to it.'
						: 'Shorten the longest values.',
			};
		case 422:
			return { ...notAccepted(subject, said), ...adviceFor(subject, said) };
		default: {
			const { message, description } = notAccepted(subject, said);
			return { message: `${message} (HTTP ${statusCode})`, description };
		}
	}
}

/** @returns what it means that LiveDesk does not accept the values of a request */
function notAccepted(subject: Subject, said: string): Told {
	return {
		message: `LiveDesk did not accept the ${phrasesFor(subject).asked}`,
		description:
			said === ''
				? 'LiveDesk gave no reason. Check the fields of the node.'
				: 'Correct what LiveDesk names, then run the node again.',
	};
}

/** Which status may follow which. Source: [D: user-guide/conversation-status-flow] */
const STATUS_FLOW =
	'LiveDesk does not allow every change: for example, a resolved conversation can become open, pending or closed, but not snoozed. Look at its current status in LiveDesk.';

/** Email, phone number and identifier of a contact are unique in a project. Source: [C]. */
function adviceFor({ noun, done }: Subject, said: string): { description?: string } {
	if (done === 'changed') return { description: STATUS_FLOW };
	if (noun !== 'contact' || said === '') return {};
	const then =
		done === 'created'
			? "such a contact exists already: choose 'Create or Update' as the 'Operation', which finds and updates it."
			: 'another contact has it already: correct it here, or there.';
	return {
		description: `Correct what LiveDesk names. If it says that the email, phone number or identifier is taken, ${then}`,
	};
}
