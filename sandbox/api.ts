import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAuthorized, masked } from './auth';
import { mediaType } from './body';
import type { Desk, Route } from './call';
import { serve } from './exchange';
import type { Journal, JournalEntry } from './journal';
import { routes } from './routes';
import type { Trouble } from './trouble';
import type { Kind } from './types';

export interface ApiOptions {
	desk: Desk;
	journal: Journal;
	trouble: Trouble;
	apiKey: string;
	apiSecret: string;
}

/** The kind, as far as the head of a request tells it. */
function kindOf(route: Route | undefined, { method, headers }: FastifyRequest): Kind | undefined {
	if (!route || method !== 'POST') return 'other';
	if (route.kind !== 'message') return route.kind;
	const type = mediaType(headers['content-type']);
	if (type === 'multipart/form-data') return 'attachment';
	return type === 'application/json' ? undefined : 'other';
}

function start(options: ApiOptions, route: Route | undefined, request: FastifyRequest) {
	const { journal, apiKey, apiSecret } = options;
	const { authorization, 'content-type': contentType, ...headers } = request.raw.headers;
	const { conversation, message } = request.params as Record<string, string | undefined>;
	const kind = kindOf(route, request);
	return journal.start({
		method: request.method,
		path: request.raw.url ?? '',
		...(conversation !== undefined && { conversation }),
		...(message !== undefined && { messageId: message }),
		...(kind !== undefined && { kind }),
		headers: {
			...headers,
			...(contentType !== undefined && { 'content-type': contentType }),
			...(authorization !== undefined && { authorization: masked(authorization) }),
		},
		authorized: isAuthorized(authorization, apiKey, apiSecret),
		...(contentType !== undefined && { contentType }),
	});
}

function endWith(journal: Journal, entry: JournalEntry, { raw }: FastifyReply): void {
	raw.once('finish', () => journal.end(entry, raw.statusCode));
	raw.once('close', () => journal.end(entry, 'aborted'));
}

/**
 * Adds the documented API, journaled, to a server.
 * Requests are answered in the first hook: there Fastify has not yet judged their bodies.
 */
export function addApi(server: FastifyInstance, options: ApiOptions): void {
	for (const route of [...routes, undefined]) {
		server.all(
			`/api${route?.url ?? '/*'}`,
			{
				async onRequest(request, reply) {
					const entry = start(options, route, request);
					endWith(options.journal, entry, reply);
					await serve({ ...options, entry, ...(route && { route }), request, reply });
					return reply;
				},
			},
			(_request, reply) => reply,
		);
	}
}
