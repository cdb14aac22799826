export type Query = Record<string, string | string[]>;

/** The query of an address as forms encode it: a `+` that was not encoded is a space. */
export function queryOf(address: string): Query {
	const given = new URLSearchParams(address.split('?', 2)[1]);
	return Object.fromEntries(
		[...new Set(given.keys())].map((name) => {
			const values = given.getAll(name);
			return [name, values.length === 1 ? values[0] : values];
		}),
	);
}
