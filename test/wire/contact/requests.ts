import type { LiveDesk } from '../../../harness/livedesk';

const CONTACTS = '/api/v2/accounts/contacts';

/** What arrived at LiveDesk, e.g. "GET ?q=alice" or 'PATCH /7 {"blocked":true}'. */
export function requests({ sandbox }: Pick<LiveDesk, 'sandbox'>): string[] {
	return sandbox.journal
		.starts()
		.map(({ method, path, rawBody }) =>
			[method, path.replace(CONTACTS, ''), rawBody].filter(Boolean).join(' '),
		);
}

/** The contacts with a phone number, as LiveDesk has them. */
export const contactsWith = ({ sandbox }: Pick<LiveDesk, 'sandbox'>, phone: string) =>
	sandbox.contacts().filter(({ phone_number }) => phone_number === phone);
