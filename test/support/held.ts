/** Responses that come when the test says so, whatever the machine does meanwhile. */
export interface Held {
	/** For `holdUntil` of a rule. */
	holdUntil: Promise<void>;
	release(): void;
}

export function held(): Held {
	let release = () => {};
	const holdUntil = new Promise<void>((resolve) => (release = resolve));
	return { holdUntil, release: () => release() };
}
