import type { FastifyReply, FastifyRequest } from 'fastify';
import { json, scripted, turnsAway } from './response';
import type { Answer } from './response';
import { isFile, readBody } from './body';
import type { Body } from './body';
import type { Desk, Route } from './call';
import { contentOf } from './journal';
import type { Journal, JournalEntry } from './journal';
import { garble } from './garble';
import { pause } from './pause';
import { methodNotAllowed, notFound, orRefusal, Refusal, unauthorized } from './refusal';
import { isTemplate } from '../contract/message';
import type { Trouble } from '../trouble/trouble';
import type { TroubleRule } from '../trouble/rule';

export interface Exchange {
	desk: Desk;
	journal: Journal;
	trouble: Trouble;
	entry: JournalEntry;
	/** whether the path is a documented one */
	isKnown: boolean;
	/** none: an unknown path, or another method */
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
	const { desk, entry, isKnown, route, request } = exchange;
	const reply = await orRefusal(() => {
		if (!entry.authorized) throw unauthorized();
		if (!route) throw isKnown ? methodNotAllowed() : notFound();
		const params = request.params as Record<string, string>;
		const { query = {} } = entry;
		return route.answer({ desk, params, query, body, failed });
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

async function send(exchange: Exchange, answer: Answer, rule?: TroubleRule): Promise<void> {
	const { reply, journal, entry } = exchange;
	if (!rule || (rule.drop !== 'mid-reply' && !rule.garble)) {
		reply.code(answer.status).headers(answer.headers).send(answer.payload);
		return;
	}
	reply.hijack();
	await garble(reply.raw, answer, rule, () => journal.end(entry, 'dropped'));
}

/** The reply to a request that was read, or none for one that is dropped. */
async function answer(
	exchange: Exchange,
	body: Body,
	rule?: TroubleRule,
): Promise<Answer | undefined> {
	if (!rule) return await handle(exchange, body);
	await pause(rule.holdUntil ?? rule.latencyMs, exchange.reply.raw);
	if (rule.drop === 'before-body') return undefined;
	const { query = {} } = exchange.entry;
	if (turnsAway(rule)) return rule.drop === 'after-body' ? undefined : scripted(rule, query);
	const usual = await handle(exchange, body, rule.failed);
	if (rule.drop === 'after-body') return undefined;
	return usual.status === 200 ? scripted(rule, query, usual) : usual;
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
		await pause(early.holdUntil ?? early.latencyMs, reply.raw);
		return drop(exchange);
	}
	const body = await read(exchange);
	if (!body) return drop(exchange, 'aborted');
	nameKind(entry, body);
	const rule = entry.authorized ? trouble.match(entry, contentOf(entry)) : undefined;
	try {
		const reply = await answer(exchange, body, rule);
		if (reply) await send(exchange, reply, rule);
		else drop(exchange);
	} finally {
		if (body.type === 'form') desk.files.discard(body.parts.filter(isFile));
	}
}
