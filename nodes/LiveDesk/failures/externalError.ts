/** LiveDesk's message object. */
export type MessageBody = Readonly<Record<string, unknown>>;

/** @returns why the channel did not deliver a message, as it came ("CODE: Title"); empty where that is not told */
export function externalErrorOf({ content_attributes: attributes }: MessageBody): string {
	if (typeof attributes !== 'object' || attributes === null || !('external_error' in attributes)) {
		return '';
	}
	const { external_error: said } = attributes;
	return typeof said === 'string' || typeof said === 'number' ? String(said) : '';
}

/** @returns the channel's code in front of the colon; undefined where there is none */
export function codeIn(body: MessageBody): number | undefined {
	const code = /^\s*(\d{1,9})\s*(?::|$)/.exec(externalErrorOf(body).slice(0, 1_000))?.[1];
	return code === undefined ? undefined : Number(code);
}
