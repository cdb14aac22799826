import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '../routes';
import type { Kind } from '../trouble/rule';
import type { Trouble } from '../trouble/trouble';
import { isAuthorized, masked } from './auth';
import { mediaType } from './body';
import type { Desk, Route } from './call';
import { serve } from './exchange';
import type { Journal, JournalEntry } from './journal';
import { queryOf } from './query';

export interface ApiOptions {
	desk: Desk;
	journal: Journal;
	trouble: Trouble;
	apiKey: string;
	apiSecret: string;
}

/** The kind, as far as the head of a request tells it. */
function kindOf(route: Route | undefined, contentType: string | undefined): Kind | undefined {
	if (!route) return 'other';
	if (route.kind !== 'message') return route.kind;
	const type = mediaType(contentType);
	if (type === 'multipart/form-data') return 'attachment';
	return type === 'application/json' ? undefined : 'other';
}

function start(options: ApiOptions, route: Route | undefined, request: FastifyRequest) {
	const { journal, apiKey, apiSecret } = options;
	const { authorization, 'content-type': contentType } = request.raw.headers;
	const { conversation, message, contact } = request.params as Record<string, string | undefined>;
	const path = request.raw.url ?? '';
	return journal.start({
		method: request.method,
		path,
		query: path.includes('?') ? queryOf(path) : undefined,
		conversation,
		messageId: message,
		contact,
		kind: kindOf(route, contentType),
		headers: {
			...request.raw.headers,
			...(authorization !== undefined && { authorization: masked(authorization) }),
		},
		authorized: isAuthorized(authorization, apiKey, apiSecret),
		contentType,
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
	const urls = new Set(routes.map(({ url }) => url));
	for (const url of [...urls, '/*']) {
		const known = routes.filter((route) => route.url === url);
		server.all(
			`/api${url}`,
			{
				async onRequest(request, reply) {
					const route = known.find(({ method }) => method === request.method);
					const entry = start(options, route, request);
					endWith(options.journal, entry, reply);
					const isKnown = known.length > 0;
					await serve({ ...options, entry, isKnown, route, request, reply });
					return reply;
				},
			},
			(_request, reply) => reply,
		);
	}
}
