/** What may be told of a value that LiveDesk sent: its type, never its content. */
export type Shape =
	| 'absent'
	| 'null'
	| 'text'
	| 'empty text'
	| 'whole number'
	| 'number'
	| 'true'
	| 'false'
	| 'list'
	| 'object';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field of an object; nothing of what is no object. */
export const fieldOf = (value: unknown, name: string): unknown =>
	isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** The type of a value, by which nobody can be recognised. */
export function shapeOf(value: unknown): Shape {
	if (value === undefined) return 'absent';
	if (value === null) return 'null';
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
	if (typeof value === 'number') return isWhole(value) ? 'whole number' : 'number';
	return Array.isArray(value) ? 'list' : 'object';
}

/** The same for what belongs to a person: not even a yes or no is told. */
export const typeOf = (value: unknown): string =>
	typeof value === 'boolean' ? 'true or false' : shapeOf(value);

/** An ID as it stands in a URL; undefined of what can be none. */
export const idOf = (value: unknown): string | undefined =>
	isText(value) || isWhole(value) ? String(value) : undefined;

/** A value that is one of the words that the API is known to use, or just its type. */
export const wordOf = (value: unknown, known: readonly unknown[]): string => {
	if (!known.includes(value)) return isText(value) ? 'another text' : shapeOf(value);
	return isText(value) ? `'${value}'` : String(value);
};

/** Whether a value came back as it was sent, or just its type. */
export function sameOf(value: unknown, sent: unknown): string {
	if (value === sent) return 'as sent';
	const shape = shapeOf(value);
	if (shape !== shapeOf(sent)) return shape;
	return `another ${shape}`;
}

/** The fields that are not there. */
export const missingIn = (value: unknown, names: readonly string[]): string[] =>
	names.filter((name) => fieldOf(value, name) === undefined);

/** An object by its known fields; of others only how many there are, for a name may be a person's. */
export function shapesOf(
	value: unknown,
	known: readonly string[],
): Record<string, string> | string {
	if (!isObject(value)) return typeOf(value);
	const names = Object.keys(value);
	const others = names.filter((name) => !known.includes(name)).length;
	return {
		...Object.fromEntries(
			known
				.filter((name) => names.includes(name))
				.map((name) => [name, typeOf(fieldOf(value, name))]),
		),
		...(others > 0 && { '…': `${others} more` }),
	};
}

/** How a refusal is worded: { error }, { errors }, { message, attributes }, or none of them. */
export function refusalShapeOf(body: unknown): string {
	const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
	if (isText(fieldOf(body, 'error'))) return '{ error: text }';
	if (isTexts(fieldOf(body, 'errors'))) return '{ errors: [text] }';
	if (isText(fieldOf(body, 'message'))) {
		return isTexts(fieldOf(body, 'attributes'))
			? '{ message: text, attributes: [text] }'
			: '{ message: text }';
	}
	return isObject(body) ? 'object without these fields' : shapeOf(body);
}
