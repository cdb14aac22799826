/** As n8n keeps the output of an operation. */
export interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	version?: number;
}

const typeOf = (value: unknown) => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

/** The places where a value is not as the schema says: a field that it does not name, or of another type. */
export function deviations(value: unknown, schema: Schema, path = ''): string[] {
	const type = typeOf(value);
	if (![schema.type].flat().includes(type)) return [`${path} is ${type}`];
	if (type === 'array') {
		return (value as unknown[]).flatMap((each) => deviations(each, schema.items!, `${path}[]`));
	}
	// Without properties, the fields are the user's own.
	if (type !== 'object' || Object.keys(schema.properties ?? {}).length === 0) return [];
	return Object.entries(value as object).flatMap(([name, each]) => {
		const own = schema.properties?.[name];
		return own ? deviations(each, own, `${path}.${name}`) : [`${path}.${name} is not in it`];
	});
}

/** All places of a schema, or of values. */
export const placesOf = ({ properties = {}, items }: Schema, path = ''): string[] => [
	...Object.entries(properties).flatMap(([name, own]) => [
		`${path}.${name}`,
		...placesOf(own, `${path}.${name}`),
	]),
	...(items ? placesOf(items, `${path}[]`) : []),
];

export function placesIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((each) => placesIn(each, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => [
		`${path}.${name}`,
		...placesIn(each, `${path}.${name}`),
	]);
}
