import type { FastifyReply, FastifyRequest } from 'fastify';
import { json, scripted, turnsAway } from './answer';
import type { Answer } from './answer';
import { isFile, readBody } from './body';
import type { Body } from './body';
import type { Desk, Route } from './call';
import { contentOf } from './journal';
import type { Journal, JournalEntry } from './journal';
import { pause } from './pause';
import { methodNotAllowed, notFound, orRefusal, Refusal, unauthorized } from './refusal';
import { isTemplate } from './template';
import type { Trouble } from './trouble';
import type { TroubleRule } from './types';

export interface Exchange {
	desk: Desk;
	journal: Journal;
	trouble: Trouble;
	entry: JournalEntry;
	/** none: an unknown path */
	route?: Route;
	request: FastifyRequest;
	reply: FastifyReply;
}

function nameKind(entry: JournalEntry, body: Body): void {
	const isJson = body.type === 'json' || body.type === 'malformed';
	entry.kind ??= !isJson ? 'other' : isTemplate(entry.body) ? 'template' : 'text';
}

/** The desk's own handling of a request that was read. */
async function handle(exchange: Exchange, body: Body, failed?: string): Promise<Answer> {
	const { desk, entry, route, request } = exchange;
	const reply = await orRefusal(() => {
		if (!entry.authorized) throw unauthorized();
		if (!route) throw notFound();
		if (entry.method !== 'POST') throw methodNotAllowed();
		const params = request.params as Record<string, string>;
		return route.answer({ desk, params, body, ...(failed !== undefined && { failed }) });
	});
	return reply instanceof Refusal ? json(reply.status, reply.body) : json(200, reply);
}

function drop(
	{ journal, entry, reply }: Exchange,
	status: 'dropped' | 'aborted' = 'dropped',
): void {
	journal.end(entry, status);
	reply.hijack();
	reply.raw.destroy();
}

function send(exchange: Exchange, { status, headers, payload }: Answer, midReply: boolean): void {
	const { reply } = exchange;
	if (!midReply) {
		reply.code(status).headers(headers).send(payload);
		return;
	}
	reply.hijack();
	const bytes = Buffer.from(payload);
	reply.raw.writeHead(status, { ...headers, 'content-length': bytes.length });
	reply.raw.flushHeaders();
	const half = bytes.subarray(0, Math.floor(bytes.length / 2));
	reply.raw.write(half, () => drop(exchange));
}

/** The reply to a request that was read, or none for one that is dropped. */
async function answer(
	exchange: Exchange,
	body: Body,
	rule?: TroubleRule,
): Promise<Answer | undefined> {
	if (!rule) return await handle(exchange, body);
	await pause(rule.latencyMs, exchange.reply.raw);
	if (rule.drop === 'before-body') return undefined;
	if (turnsAway(rule)) return rule.drop === 'after-body' ? undefined : scripted(rule);
	const usual = await handle(exchange, body, rule.failed);
	if (rule.drop === 'after-body') return undefined;
	return usual.status === 200 ? scripted(rule, usual) : usual;
}

/** Reads a request to its end; nothing when the client hung up before. */
async function read({ request, entry, desk }: Exchange): Promise<Body | undefined> {
	return await readBody(request.raw, entry, desk.files).catch((error: unknown) => {
		if (!request.raw.readableAborted) throw error;
		return undefined;
	});
}

/**
 * Answers one request to the API: scripted trouble, then the desk's own handling.
 * Everything is read before it is answered, so that the journal knows what was refused.
 */
export async function serve(exchange: Exchange): Promise<void> {
	const { desk, trouble, entry, reply } = exchange;
	const early = entry.authorized ? trouble.beforeBody(entry) : undefined;
	if (early) {
		await pause(early.latencyMs, reply.raw);
		return drop(exchange);
	}
	const body = await read(exchange);
	if (!body) return drop(exchange, 'aborted');
	nameKind(entry, body);
	const rule = entry.authorized ? trouble.match(entry, contentOf(entry)) : undefined;
	try {
		const reply = await answer(exchange, body, rule);
		if (reply) send(exchange, reply, rule?.drop === 'mid-reply');
		else drop(exchange);
	} finally {
		if (body.type === 'form') desk.files.discard(body.parts.filter(isFile));
	}
}
