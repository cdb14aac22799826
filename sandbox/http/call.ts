import type { Body } from './body';
import type { Files } from '../desk/files';
import { notFound, unsupported } from './refusal';
import type { Conversation, Store } from '../desk/store';
import type { Kind } from '../trouble/rule';
import type { Query } from './query';

/** What the handlers of all routes work on. */
export interface Desk {
	store: Store;
	files: Files;
	/** where uploads are served: http://127.0.0.1:PORT */
	url: string;
	/** contacts on a page */
	pageSize: number;
}

/** A request that came through: authorized, read, and not turned away by the script. */
export interface Call {
	desk: Desk;
	params: Record<string, string>;
	query: Query;
	body: Body;
	/** the scripted reason for which it is accepted but fails */
	failed?: string;
}

/** One documented request: its method and path, and what it does. */
export interface Route {
	method: 'GET' | 'POST' | 'PATCH';
	url: string;
	/** 'message' turns out to be a text, an attachment or a template */
	kind: Kind | 'message';
	/** Stores what is to be stored and returns the body of a 200; throws a Refusal. */
	answer(call: Call): unknown;
}

/** The conversation that the path names; throws a Refusal (404) when there is none. */
export function conversationOf({ desk, params }: Call): Conversation {
	const conversation = desk.store.conversations.get(params.conversation);
	if (!conversation) throw notFound();
	return conversation;
}

/** The JSON body; throws a Refusal: 400 when it is not JSON, 415 when it does not claim to be. */
export function jsonOf({ body }: Call): unknown {
	if (body.type === 'json') return body.value;
	if (body.type === 'malformed') throw body.refusal;
	throw unsupported(body.type === 'form' ? 'multipart/form-data' : body.contentType);
}
