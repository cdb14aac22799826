import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { explain } from '../failures/explain';
import type { JsonObject } from './core/outcome';
import { CREDENTIAL, redactorFor } from './credential';
import { direct } from './direct';
import { apiError } from './failureOutput';
import type { ListSearch, Request, Resource } from './operation';
import { createSender } from './send';

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
	const { transport, defaults } = direct(context, baseUrl);
	const options = { ...defaults, timeout: TIMEOUT_MS };
	const prepared = { path: {}, lane: '' };
	const outcome = await createSender(transport, options, prepared, resource).send(request);
	if (outcome.kind === 'delivered') return outcome.body ?? {};
	const redact = await redactorFor(context);
	const { subject } = resource;
	throw apiError(context.getNode(), explain(outcome, { path: {}, subject, redact }));
}
