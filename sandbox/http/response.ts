/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { STATUS_CODES } from 'node:http';
import type { MakeBody, TroubleRule } from '../trouble/rule';
import type { Query } from './query';

/** A reply, ready to be written. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	payload: string;
}

/** A JSON reply. */
export const json = (status: number, body: unknown): Answer => ({
	status,
	headers: { 'content-type': 'application/json; charset=utf-8' },
	payload: JSON.stringify(body),
});

function page(status: number): string {
	const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
	return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`;
}

/** The status that a rule asks for, if it is about the status at all. */
function scriptedStatus(rule: TroubleRule): number | undefined {
	if (rule.status !== undefined) return rule.status;
	if (rule.redirect !== undefined) return 302;
	if (rule.html) return 502;
	if (rule.retryAfter !== undefined) return 429;
	return undefined;
}

/** Whether a rule replaces the handling of a request, so that nothing is stored. */
export const turnsAway = (rule: TroubleRule | undefined): boolean =>
	rule !== undefined && (scriptedStatus(rule) ?? 200) >= 300;

type Content = Pick<Answer, 'headers' | 'payload'>;

function scriptedBody(rule: TroubleRule, status: number, body: unknown): Content {
	if (rule.html) {
		const payload = typeof body === 'string' ? body : page(status);
		return { headers: { 'content-type': 'text/html' }, payload };
	}
	if (typeof body === 'string') {
		return { headers: body ? { 'content-type': 'text/plain; charset=utf-8' } : {}, payload: body };
	}
	if (body !== undefined) return json(status, body);
	if (rule.redirect !== undefined || status === 204) return { headers: {}, payload: '' };
	return json(status, { error: STATUS_CODES[status] ?? 'Error' });
}

/**
 * The reply as a rule wants it.
 * @param query the query of the request
 * @param usual the reply of the normal handling, unless the rule turned the request away
 */
export function scripted(rule: TroubleRule, query: Query, usual?: Answer): Answer {
	const status = scriptedStatus(rule) ?? usual?.status ?? 200;
	const replaced = !usual || rule.body !== undefined || rule.html || status === 204;
	const { body } = rule;
	const made =
		typeof body === 'function'
			? (body as MakeBody)(JSON.parse(usual?.payload ?? 'null') as never, query)
			: body;
	const { headers, payload } = replaced ? scriptedBody(rule, status, made) : usual;
	return {
		status,
		headers: {
			...headers,
			...(rule.retryAfter !== undefined && { 'retry-after': String(rule.retryAfter) }),
			...(rule.redirect !== undefined && { location: rule.redirect }),
			...rule.headers,
		},
		payload,
	};
}
