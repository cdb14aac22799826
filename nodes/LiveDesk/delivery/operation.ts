import type { IDataObject, IExecuteSingleFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Noun } from '../failures/words';
import type { Read } from './reader';

/** One request, checked and ready to go out. */
export interface Prepared {
	/** The IDs that take their place in the URL: `conversation_id` that of `:conversation_id`. */
	path: Readonly<Record<string, string>>;
	/** Sent as JSON, to the letter as JSON.stringify writes it. */
	body?: object;
	/** Makes a multipart body, anew for each attempt. */
	form?: () => Promise<FormData>;
	/** Whether the API may answer with an empty body. */
	answersEmpty?: boolean;
	/** What must stay in order, e.g. a conversation's ID. */
	lane: string;
	/** Which of several messages of the item it is, for a person, e.g. "file 2 of 3". */
	which?: string;
}

/** What an operation gives for the items of a run. */
export interface Operation {
	option: INodePropertyOptions;
	/**
	 * Reads and checks one item, synchronously and without sending anything.
	 *
	 * @returns its requests, in the order to send them in; most operations have one an item
	 * @throws whatever has a message, and perhaps a description, that a user understands
	 */
	prepare(this: IExecuteSingleFunctions, read: Read): Prepared | Prepared[];
}

/** What all operations of a resource share. */
export interface Resource {
	/** What it is, for a person. */
	noun: Noun;
	/** The URL that sends again what LiveDesk has but could not deliver, by `:message_id`; where there is such a thing. */
	resendUrl?: string;
	/** @param reply LiveDesk's object as it came; undefined for an empty answer */
	output(reply: IDataObject | undefined, prepared: Prepared, simplified: boolean): IDataObject;
}
