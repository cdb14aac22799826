import { timingSafeEqual } from 'node:crypto';

/**
 * Whether an Authorization header carries the key and the secret as HTTP Basic.
 * @param header the header as it arrived, if there was one
 */
export function isAuthorized(header: string | undefined, key: string, secret: string): boolean {
	const given = /^Basic\s+([A-Za-z0-9+/]+={0,2})\s*$/i.exec(header ?? '');
	if (!given) return false;
	const sent = Buffer.from(given[1], 'base64');
	const expected = Buffer.from(`${key}:${secret}`);
	return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/** The header as a journal may show it: the scheme without the credentials. */
export const masked = (header: string): string => `${header.split(' ')[0]} ***`;
