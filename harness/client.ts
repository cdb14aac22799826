import { createHash } from 'node:crypto';
import { fetch, FormData } from 'undici';
import type { BodyInit } from 'undici';
import type { Sandbox } from '../sandbox';
import { basic } from './basic';

export interface Reply {
	status: number;
	headers: Record<string, string>;
	text: string;
	/** the parsed text, when it is JSON */
	body: unknown;
}

export interface Sending {
	method?: string;
	headers?: Record<string, string>;
	signal?: AbortSignal;
}

export const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A file that a form carries. */
export function fileForm(...files: Array<[name: string, type: string, bytes: string | Buffer]>) {
	const form = new FormData();
	for (const [name, type, bytes] of files) {
		form.append('attachments[]', new File([bytes], name, { type }));
	}
	return form;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Sends requests as a client with the right credentials does. */
export function client(sandbox: Sandbox) {
	const authorization = basic(sandbox.apiKey, sandbox.apiSecret);
	async function send(path: string, body?: BodyInit | null, sending: Sending = {}): Promise<Reply> {
		const response = await fetch(`${sandbox.url}${path}`, {
			method: 'POST',
			redirect: 'manual',
			duplex: 'half',
			body: body ?? null,
			...sending,
			headers: { authorization, ...sending.headers },
		});
		const text = await response.text();
		const headers = Object.fromEntries(response.headers);
		return { status: response.status, headers, text, body: parsed(text) };
	}
	const headers = { 'content-type': 'application/json' };
	const json = (path: string, value: unknown, sending: Sending = {}) =>
		send(path, JSON.stringify(value), { ...sending, headers: { ...headers, ...sending.headers } });
	const contacts = '/api/v2/accounts/contacts';
	const messages = (id: string | number) => `/api/v2/accounts/conversations/${id}/messages`;
	return {
		send,
		json,
		get: (path: string) => send(path, null, { method: 'GET' }),
		contacts: (query: string | Record<string, string> = '') =>
			send(`${contacts}?${new URLSearchParams(query)}`, null, { method: 'GET' }),
		newContact: (value: unknown) => json(contacts, value),
		updateContact: (id: string | number, value: unknown) =>
			json(`${contacts}/${id}`, value, { method: 'PATCH' }),
		status: (id: string | number, value: unknown) =>
			json(`/api/v2/accounts/conversations/${id}/toggle_status`, value),
		message: (id: string | number, value: unknown, sending?: Sending) =>
			json(messages(id), value, sending),
		form: (id: string | number, form: FormData) => send(messages(id), form),
		retry: (id: string | number, message: string | number) =>
			send(`${messages(id)}/${message}/retry`),
	};
}
