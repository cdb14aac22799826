import { quoteId } from '../quote';
import { CHECK_BASE_URL, type About, type Subject } from '../words';

/** Its ID stands in LiveDesk's console under Channels. Source: [D: contact/create-contact]. */
const INBOX = 'inbox (channel)';

/** @returns what LiveDesk may not know, by what the request is about */
function missingOf({ noun, done }: Subject, path: About['path']): string[] {
	switch (done) {
		case 'sent':
		case 'changed':
			return ['conversation'];
		case 'retried':
			return ['message'];
		case 'updated':
			return [noun];
		case 'saved':
			return 'contact_id' in path ? ['contact'] : [INBOX];
		case 'created':
			return noun === 'conversation' ? [INBOX, 'contact'] : [INBOX];
		case 'read':
			return [];
	}
}

/** @returns what HTTP 404 means: which of the things that the request names LiveDesk does not know */
export function explainNotFound({ path, subject, redact }: About) {
	const missing = missingOf(subject, path);
	if (missing.length === 0) {
		return { message: 'LiveDesk does not offer this search', description: CHECK_BASE_URL };
	}
	const named = Object.entries(path).map(
		([key, id]) => `${key.replace(/_id$/, '')} ${quoteId(id, redact)}`,
	);
	const notFound = named.length === 0 ? '' : `Not found: ${named.reverse().join(' in ')}. `;
	return {
		message: `LiveDesk does not know this ${missing.join(' or ')}`,
		description: `${notFound}Check the ID of the ${missing.join(' and of the ')}, and that the API key belongs to the same project.`,
	};
}
