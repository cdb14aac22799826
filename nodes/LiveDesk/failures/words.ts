import type { Redact } from './redact';

/** What a person is told: what happened, and what to do about it. */
export interface Told {
	/** In our own words throughout: n8n replaces a message that contains, say, "EPERM". */
	message: string;
	description: string;
}

/** The same, with what a workflow can decide by. */
export interface Words extends Told {
	httpCode?: string;
	/** WhatsApp's code. */
	code?: number;
}

/** What a request is about. */
export type Noun = 'message' | 'contact' | 'conversation';

/** What an operation does, for a person. */
export interface Subject {
	noun: Noun;
	/** As in "The message was sent"; `read` is a search for several. */
	done: 'sent' | 'retried' | 'created' | 'updated' | 'saved' | 'read' | 'changed';
	/** Whether doing it twice does no harm, so that a lost response needs no look first. */
	isRepeatable?: boolean;
}

/** What a message, or whatever else was asked for, is known by. */
export interface About {
	/** The IDs in the request's URL, e.g. `conversation_id`. */
	path: Readonly<Record<string, string>>;
	subject: Subject;
	/** Takes the credential's values out of a text that came from outside. */
	redact: Redact;
}

export const CHECK_BASE_URL = "Check 'Base URL' in the LiveDesk credential.";

/** @returns the texts in one, without the empty ones; what was quoted from outside may end without a full stop */
export function sentences(...texts: string[]): string {
	return texts
		.filter((text) => text !== '')
		.map((text, index, { length }) =>
			index === length - 1 || /[.!?…。！？]["')\]]*$/.test(text) ? text : `${text}.`,
		)
		.join(' ');
}
