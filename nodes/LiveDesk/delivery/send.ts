import type { DeclarativeRestApiSettings, IDataObject } from 'n8n-workflow';
import { outcomeOfThrown } from './core/cause';
import { outcomeOfReply, type Outcome, type Reply } from './core/outcome';
import type { Form, Prepared, Request, Resource } from './operation';

export type HttpOptions = DeclarativeRestApiSettings.HttpRequestOptions;

/**
 * Sends through n8n: its credential, proxy, timeout and rules for addresses apply.
 *
 * @throws whatever n8n throws where there is no response
 */
export type Transport = (options: HttpOptions) => Promise<Reply>;

/** Makes the requests of one message. They never throw. */
export interface Sender {
	send(request: Request): Promise<Outcome>;
	/** Has LiveDesk retry the message that it has under this ID. */
	retry(messageId: string | number): Promise<Outcome>;
}

/** @param defaults method, URL and all else that n8n put together from the description; left as it is */
export function createSender(
	transport: Transport,
	defaults: HttpOptions,
	prepared: Prepared,
	resource: Resource,
): Sender {
	async function attempt(request: Request, path: Prepared['path']): Promise<Outcome> {
		let form: Form | undefined;
		try {
			form = await request.form?.();
			const options = optionsOf(request, path, defaults, form);
			const { isAnswer = resource.isAnswer, answersEmpty } = request;
			return outcomeOfReply(await transport(options), { isAnswer, answersEmpty }, Date.now());
		} catch (error) {
			return outcomeOfThrown(error);
		} finally {
			form?.close();
		}
	}
	return {
		send: async (request) => await attempt(request, prepared.path),
		async retry(messageId) {
			const { retryUrl } = resource;
			if (retryUrl === undefined) return await attempt(prepared, prepared.path);
			const path = { ...prepared.path, message_id: String(messageId) };
			return await attempt({ method: 'POST', url: retryUrl, answersEmpty: true }, path);
		},
	};
}

function optionsOf(
	{ method, url, query, body }: Request,
	path: Prepared['path'],
	defaults: HttpOptions,
	form: Form | undefined,
): HttpOptions {
	const headers: IDataObject = { ...defaults.headers };
	// As text, since n8n's HTTP client rewrites objects on the way: a key `__proto__` would be lost.
	if (body !== undefined) headers['Content-Type'] = 'application/json';
	return {
		...defaults,
		method: method ?? defaults.method,
		url: withQuery(withIds(url ?? defaults.url ?? '', path), query),
		headers,
		body: (form?.data ?? (body && JSON.stringify(body))) as HttpOptions['body'],
	};
}

/** IDs are checked before: letters, digits, `_` and `-` alone. */
function withIds(template: string, path: Prepared['path']): string {
	return template.replace(/:([a-z]\w*)/g, (_, name: string) => path[name]);
}

/** In the URL rather than n8n's `qs`, so that a `+` travels as `%2B`. */
function withQuery(url: string, query: Request['query']): string {
	if (query === undefined) return url;
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		for (const each of [value].flat()) parameters.append(name, each);
	}
	return `${url}?${parameters.toString()}`;
}
