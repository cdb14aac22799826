import { fetch, type BodyInit } from 'undici';
import type { Sandbox } from '../../sandbox';

/** Sends a message past the node, as any client would; the HTTP status. */
export async function post(
	{ url, apiKey, apiSecret }: Sandbox,
	body: BodyInit,
	headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<number> {
	const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
	const { status } = await fetch(`${url}/api/v2/accounts/conversations/141/messages`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}`, ...headers },
		body,
	});
	return status;
}
