import { fetch, type BodyInit } from 'undici';
import { basic } from '../../../harness/basic';
import type { Sandbox } from '../../../sandbox';

/** Sends a message past the node, as any client would; the HTTP status. */
export async function post(
	{ url, apiKey, apiSecret }: Sandbox,
	body: BodyInit,
	headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<number> {
	const { status } = await fetch(`${url}/api/v2/accounts/conversations/141/messages`, {
		method: 'POST',
		headers: { authorization: basic(apiKey, apiSecret), ...headers },
		body,
	});
	return status;
}
