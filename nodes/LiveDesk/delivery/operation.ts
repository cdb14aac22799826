import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Subject } from '../failures/words';
import type { JsonObject, Outcome } from './core/outcome';

export type { Outcome } from './core/outcome';

/**
 * Reads one parameter of the current item, its expression evaluated.
 *
 * @param name the parameter's name
 * @param fallback what to give where the workflow does not hold the parameter
 */
export type Read = (name: string, fallback?: unknown) => unknown;

/** A multipart body, and the files that it has opened. */
export interface Form {
	data: FormData;
	/** To be called when the request has ended, whatever way: n8n's client leaves open what it did not read to the end. */
	close(): void;
}

/** One HTTP request. */
export interface Request {
	/** The operation's own method and URL unless given; `:contact_id` in it takes that ID of `path`. */
	method?: 'GET' | 'PATCH' | 'POST';
	url?: string;
	query?: Readonly<Record<string, string | string[]>>;
	/** Sent as `JSON.stringify` writes it, byte for byte. */
	body?: object;
	/** Makes a multipart body, anew for each attempt. */
	form?: () => Promise<Form>;
	/** How to know a good response; as the operation says unless given. */
	isAnswer?: (body: JsonObject) => boolean;
	/** Whether the API may answer with an empty body. */
	answersEmpty?: boolean;
}

/**
 * An operation that takes several requests: it yields each, and gets what happened to it once LiveDesk has accepted or
 * refused it. With any other outcome, it ends there. It returns how the whole of it ended.
 */
export type Steps = Generator<Request, Outcome, Outcome>;

/** One message, or whatever else an item asks for, checked and ready to go out. */
export interface Prepared extends Request {
	/** The IDs that take their place in the URL: `conversation_id` that of `:conversation_id`. */
	path: Readonly<Record<string, string>>;
	/** What must stay in order, e.g. a conversation's ID. */
	lane: string;
	/** Which of several messages of the item it is, for a person, e.g. "file 2 of 3". */
	which?: string;
	/**
	 * Makes several requests, in place of the one that stands here.
	 *
	 * @param notes what an earlier try of Retry On Fail has noted there; empty at first
	 */
	steps?(notes: JsonObject): Steps;
}

/** What all operations of a resource share, and each may say otherwise. */
export interface Resource {
	subject: Subject;
	/** @returns whether a JSON object is what was asked for, e.g. a message with its ID */
	isAnswer(body: JsonObject): boolean;
	/** The URL at which LiveDesk retries what it has but could not deliver, by `:message_id`; where there is such a thing. */
	retryUrl?: string;
	/**
	 * @param body LiveDesk's object as it came; undefined for an empty response
	 * @param prepared holds the IDs of the request, for responses that lack them
	 * @returns what n8n shows of it: one object an item
	 */
	output(
		body: JsonObject | undefined,
		prepared: Prepared,
		simplified: boolean,
	): IDataObject | IDataObject[];
}

/** What an operation gives for the items of a run. */
export interface Operation extends Partial<Resource> {
	option: INodePropertyOptions;
	/**
	 * Reads and checks one item, synchronously and without sending anything.
	 *
	 * @returns its messages, in the order to send them in; most operations have one an item
	 * @throws whatever has a message, and perhaps a description, that a user understands
	 */
	prepare(this: IExecuteSingleFunctions, read: Read): Prepared | Prepared[];
	/**
	 * What to do once all messages of the item have gone well, in place of showing what LiveDesk answered.
	 *
	 * @returns what n8n shows of the item
	 */
	afterwards?(this: IExecuteSingleFunctions, read: Read): Promise<INodeExecutionData>;
}

/** What the editor offers under From List. */
export interface ListSearch {
	/**
	 * @param term what was typed; empty for all
	 * @param page from 1
	 */
	request(term: string, page: number): Request;
	/** @returns what can be chosen on a page */
	entries(body: JsonObject): Array<{ name: string; value: string | number }>;
	/** @returns whether there may be another page behind this one */
	hasMore(body: JsonObject, page: number): boolean;
}
