import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { networkTrouble } from './network';
import type { Prepared, Resource } from './operation';
import { outcomeOfReply, outcomeOfThrown, type Outcome, type Reply } from './outcome';

type RequestData = DeclarativeRestApiSettings.ResultOptions;

/**
 * Makes one request through n8n: its credential, proxy, timeout and rules for addresses apply.
 *
 * @param requestData what n8n's engine put together from the node's description; left as it is
 * @param messageId where LiveDesk has the message already and shall retry it
 * @returns what happened; never throws
 */
export async function request(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	prepared: Prepared,
	resource: Resource,
	messageId?: string | number,
): Promise<Outcome> {
	const { resendUrl } = resource;
	if (messageId !== undefined && resendUrl !== undefined) {
		const retry = { ...resource, resendUrl };
		return await resend(context, requestData, prepared, retry, String(messageId));
	}

	const url = urlOf(requestData.options.url, prepared.path);
	const { form, answersEmpty = false } = prepared;
	if (form === undefined) {
		return await attempt(context, requestData, { url, ...jsonBody(prepared.body) }, answersEmpty);
	}
	let body: FormData;
	try {
		body = await form();
	} catch (error) {
		return { kind: 'refused', network: { ...networkTrouble(error), kind: 'file' } };
	}
	return await attempt(
		context,
		requestData,
		{ url, body } as Partial<IHttpRequestOptions>,
		answersEmpty,
	);
}

async function resend(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	prepared: Prepared,
	resource: Resource & { resendUrl: string },
	messageId: string,
): Promise<Outcome> {
	const resendPath = { ...prepared.path, message_id: messageId };
	const url = urlOf(resource.resendUrl, resendPath);
	const outcome = await attempt(context, requestData, { url, body: undefined }, true);
	if (outcome.kind !== 'delivered' || outcome.reply) return outcome;
	// The operation's own path lacks the ID of the message, which this answer does not tell either.
	return {
		...outcome,
		reply: resource.output(undefined, { ...prepared, path: resendPath }, false),
	};
}

async function attempt(
	context: IExecutePaginationFunctions,
	requestData: RequestData,
	changes: Partial<IHttpRequestOptions>,
	answersEmpty: boolean,
): Promise<Outcome> {
	try {
		const headers = { ...requestData.options.headers, ...changes.headers };
		const options = { ...requestData.options, ...changes, headers };
		const [item] = await context.makeRoutingRequest({ ...requestData, options });
		return outcomeOfReply(item.json as unknown as Reply, answersEmpty, Date.now());
	} catch (error) {
		return outcomeOfThrown(error);
	}
}

/** As text, since n8n's HTTP client rewrites objects on the way: a key `__proto__` would be lost. */
function jsonBody(body: object | undefined): Partial<IHttpRequestOptions> {
	if (body === undefined) return { body: undefined };
	const headers: IDataObject = { 'Content-Type': 'application/json' };
	return { body: JSON.stringify(body), headers };
}

function urlOf(template: string | undefined, path: Prepared['path']): string {
	return String(template).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name]));
}
