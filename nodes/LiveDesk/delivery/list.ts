import {
	NodeApiError,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type JsonObject as NodeErrorFacts,
} from 'n8n-workflow';
import { baseUrlOf } from '../../../credentials/LiveDeskApi.credentials';
import { explain } from '../failures/explain';
import type { Ending } from './core/ending';
import type { JsonObject, Reply } from './core/outcome';
import { CREDENTIAL, redactorFor } from './credential';
import type { ListSearch, Request, Resource } from './operation';
import { createSender, type Transport } from './send';

/** Somebody looks at the list and waits. */
const TIMEOUT_MS = 30_000;

/**
 * Makes a method of the node that n8n's editor calls as one types under From List.
 *
 * @returns entries, and what to call it with for the next page: a text, n8n before 2.40 takes nothing else
 */
export function withList(search: ListSearch, resource: Resource) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken = '1',
	): Promise<INodeListSearchResult> {
		const page = Number(paginationToken);
		const body = await ask(this, search.request(filter.trim(), page), resource);
		return {
			results: search.entries(body),
			...(search.hasMore(body, page) ? { paginationToken: String(page + 1) } : {}),
		};
	};
}

/** @throws NodeApiError in plain words unless LiveDesk gives what was asked for */
async function ask(
	context: ILoadOptionsFunctions,
	request: Request,
	resource: Resource,
): Promise<JsonObject> {
	const { baseUrl } = await context.getCredentials(CREDENTIAL);
	const transport: Transport = async (options) =>
		(await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			options as IHttpRequestOptions,
		)) as Reply;
	const defaults = {
		baseURL: baseUrlOf(baseUrl),
		url: '',
		headers: { Accept: 'application/json' },
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const prepared = { path: {}, lane: '' };
	const outcome = await createSender(transport, defaults, prepared, resource).send(request);
	if (outcome.kind === 'delivered') return outcome.body ?? {};
	throw await errorOf(context, outcome, resource);
}

async function errorOf(
	context: ILoadOptionsFunctions,
	ending: Ending & { kind: Exclude<Ending['kind'], 'delivered'> },
	{ subject }: Resource,
): Promise<NodeApiError> {
	const redact = await redactorFor(context);
	const { message, description, httpCode } = explain(ending, { path: {}, subject, redact });
	const facts: NodeErrorFacts = { message, description };
	return new NodeApiError(context.getNode(), facts, { message, description, httpCode });
}
