/** An object that was thrown, or that is the cause of one. */
export type Thrown = Record<string, unknown> & { constructor?: { name?: string } };

/** @returns what was thrown and the chain of its causes, as far as they are objects */
export function* causesOf(thrown: unknown): Generator<Thrown> {
	const seen = new Set<unknown>();
	for (let error = thrown; isThrown(error) && !seen.has(error); error = error.cause) {
		seen.add(error);
		yield error;
	}
}

/** @returns what Node was doing, e.g. `connect`; undefined where the errors do not tell */
export function syscallOf(chain: Thrown[]): string | undefined {
	const named = chain.map(({ syscall }) => syscall).find((each) => typeof each === 'string');
	// n8n 1 keeps only Node's text, e.g. "connect EHOSTUNREACH 10.0.0.1:443".
	const told = textsOf(chain).map((text) => /^([a-z]\w*) E[A-Z_]+\b/.exec(text)?.[1]);
	return named ?? told.find((each) => each !== undefined);
}

/** @returns all that the errors say; n8n replaces the message of a NodeApiError, and keeps the one it had in `messages` */
export function textsOf(chain: Thrown[]): string[] {
	return chain
		.flatMap(({ message, messages }) => [message, messages].flat())
		.filter((text) => typeof text === 'string');
}

/** @returns whether the error, or its class, has such a name */
export function isNamed({ name, constructor }: Thrown, pattern: RegExp): boolean {
	return [name, constructor?.name].some((each) => typeof each === 'string' && pattern.test(each));
}

/** @returns whether the value is an object, as errors are */
export function isThrown(value: unknown): value is Thrown {
	return typeof value === 'object' && value !== null;
}

/** @returns whether the value is a code as Node and its libraries give them, e.g. ECONNRESET; no HTTP status is */
export function isCode(code: unknown): code is string {
	return typeof code === 'string' && /^[A-Z]\w+$/.test(code);
}
