/** A file of a message could not be read to its end. */
export class UnreadableFileError extends Error {
	override readonly name = 'UnreadableFileError';

	/** n8n 1 keeps nothing of the error but this and the message. */
	readonly code = 'ERR_FILE_UNREADABLE';

	/**
	 * @param reason what is wrong with the file, as a sentence for a user
	 * @param options the error of n8n's storage, as its cause
	 */
	constructor(
		readonly reason: string,
		options?: ErrorOptions,
	) {
		super(reason, options);
	}
}

/** @returns the error that tells of whatever n8n's storage threw */
export function unreadable(error: unknown): UnreadableFileError {
	if (error instanceof UnreadableFileError) return error;
	const isGone = /FileNotFoundError$/.test(Object(error).constructor.name);
	const reason = isGone ? 'n8n no longer has it.' : "n8n's storage does not give it.";
	return new UnreadableFileError(reason, { cause: error });
}
