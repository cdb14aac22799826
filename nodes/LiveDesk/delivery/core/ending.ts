import { isId, type Outcome } from './outcome';

/** The end of a message: what happened to its requests, or that there were none. */
export type Ending =
	| (Outcome & {
			/** The ID under which LiveDesk has the message, where an earlier try told it. */
			messageId?: string | number;
			/** Of a failed message: what happened to LiveDesk's retry of it, where that was refused. */
			retry?: Outcome & { kind: 'refused' };
	  })
	/** Refused before any request. */
	| { kind: 'invalid'; message: string; description?: string }
	/** Kept back because of another item, or because the execution was cancelled. */
	| { kind: 'notSent'; isCancelled?: boolean };

/**
 * @returns the ID under which LiveDesk has a message, where its ending tells. It can become one segment of a URL: what comes
 * from a response must not lead a retry to another one.
 */
export function messageIdOf(ending: Ending): string | number | undefined {
	const told = 'messageId' in ending ? ending.messageId : undefined;
	const id = told ?? (ending.kind === 'failed' ? ending.body.id : undefined);
	return isId(id) && /^[\w-]+$/.test(String(id)) ? id : undefined;
}
