import type { Api } from './api';
import { NoResponse, NotPosted } from './end';
import type { FactId } from './facts';
import type { Answer, Node, Note } from './node';
import type { JsonObject } from './shape';

/** What an account tells of a fact. What is seen is told in shapes, never in contents. */
export type Telling =
	| { outcome: 'as expected'; seen: string }
	| { outcome: 'different'; seen: string }
	| {
			outcome: 'not told';
			why: string;
			/** There should have been a response to tell it by. */
			isBroken?: true;
	  };

/** What was left in the conversation. */
export interface Posted {
	what: string;
	id?: unknown;
	/** No response says whether it is there. */
	isUncertain: boolean;
}

export type RestingStatus = 'open' | 'pending';

/** What the checks work on, and what they have found and left behind until now. */
export interface Account {
	readonly conversation: string;
	readonly api: Api;
	/** Starts n8n's engine at the first call. */
	node(): Promise<Node>;
	/** The status that the conversation has, if it may be changed for a moment. */
	readonly status?: RestingStatus;
	readonly told: Map<FactId, Telling>;
	readonly shapes: Record<string, Record<string, string> | string>;
	readonly posted: Posted[];
	/** IDs of notes that later ones quote. */
	readonly notes: { first?: number; reply?: number };
	/** The first page, to search for. */
	contacts?: readonly JsonObject[];
	/** Words of what went wrong, for the terminal alone. */
	readonly words: string[];
	/** Why nothing more is posted. */
	silenced?: string;
	/** A note came back as one that the customer sees. */
	isExposed?: true;
	/** The status could not be put back. */
	isStatusLeft?: true;
}

export function accountOf(
	given: Pick<Account, 'conversation' | 'api' | 'node' | 'status'>,
): Account {
	return { ...given, told: new Map(), shapes: {}, posted: [], notes: {}, words: [] };
}

/** Tells a fact by whether it holds, and what was seen. */
export function tell({ told }: Account, id: FactId, holds: boolean, seen: string): void {
	told.set(id, { outcome: holds ? 'as expected' : 'different', seen });
}

/** Says why a fact cannot be told here. */
export function cannotTell({ told }: Account, ids: FactId | readonly FactId[], why: string): void {
	for (const id of [ids].flat()) told.set(id, { outcome: 'not told', why });
}

/**
 * Posts a private note through the node, and remembers it.
 *
 * @throws NotPosted once a note came back as not private: the customer shall see nothing more;
 * NoResponse where none came
 */
export async function post(account: Account, what: string, note: Note): Promise<Answer> {
	if (account.silenced !== undefined) throw new NotPosted(account.silenced);
	const node = await account.node();
	const entry: Posted = { what, isUncertain: true };
	account.posted.push(entry);
	const answer = await node.note(account.conversation, note);
	if (answer.kind === 'error') {
		account.words.push(answer.words);
		if (answer.outcome !== 'unknown') account.posted.splice(account.posted.indexOf(entry), 1);
		throwUnlessResponse(answer);
		return answer;
	}
	Object.assign(entry, { id: answer.message.id, isUncertain: false });
	watchPrivacy(account, answer.message.private);
	return answer;
}

/** What came without an HTTP status came without a response; a rate limit tells nothing of a fact. */
function throwUnlessResponse({ outcome, httpCode }: Extract<Answer, { kind: 'error' }>): void {
	if (outcome === 'throttled') throw new NoResponse('a rate limit is reached');
	if (httpCode === undefined) throw new NoResponse(`the node says ${outcome}`);
}

/** What is not said to be private may be before the customer: nothing more is posted then. */
export function watchPrivacy(account: Account, isPrivate: unknown): void {
	if (isPrivate === true) return;
	account.isExposed = true;
	account.silenced = 'nothing more was posted after a note that did not come back as private';
}
