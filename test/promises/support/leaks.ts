/** Every text in a value, at any depth: also what is hidden from JSON, such as a stack, a cause, or a symbol's. */
function* texts(value: unknown, seen = new Set<unknown>()): Generator<string> {
	if (typeof value === 'string') yield value;
	if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
	if (seen.has(value)) return;
	seen.add(value);
	if (value instanceof Map || value instanceof Set) yield* texts([...value], seen);
	for (const key of Reflect.ownKeys(value)) {
		yield String(key);
		yield* texts(Reflect.get(value, key) as unknown, seen);
	}
}

/** @returns what tells where a secret stands in a value, with a little of what is around it */
export const leaksOf = (secrets: string[]) => (value: unknown) =>
	[...texts(value)].flatMap((text) =>
		secrets
			.map((secret) => text.indexOf(secret))
			.filter((at) => at >= 0)
			.map((at) => text.slice(Math.max(0, at - 40), at + 40)),
	);
