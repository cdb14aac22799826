/** An object from JSON or from an expression; its keys are data, `__proto__` too. */
export type JsonObject = Record<string, unknown>;

/** @returns whether the value is an object with keys: not null, not a list */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the value; an empty object for one that is none, as where a response lacks it */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** @returns whether the value can be an ID in LiveDesk's API */
export function isId(value: unknown): value is string | number {
	return typeof value === 'string' ? value.trim() !== '' : Number.isFinite(value);
}

/** @returns whether the user left a field empty, or an expression gave nothing */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * @param value whatever a field or an expression gave
 * @returns the same as text: dates as ISO 8601, numbers and booleans as JSON writes them;
 * undefined for what has no text of its own (objects, lists, null, NaN)
 */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	const iso: unknown = isObject(value) && typeof value.toISO === 'function' && value.toISO();
	return typeof iso === 'string' ? iso : undefined;
}

/** What shows nothing: spaces, control characters, and zero-width characters such as marks of direction. */
const INVISIBLE = '[\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}\\u2800]';
const INVISIBLE_TEXT = new RegExp(`^${INVISIBLE}*$`, 'u');
const INVISIBLE_ENDS = new RegExp(`^${INVISIBLE}+|${INVISIBLE}+$`, 'gu');

/** @returns whether a person would see nothing of the text */
export const isInvisible = (text: string): boolean => INVISIBLE_TEXT.test(text);

/** @returns the text without the invisible characters around it, which copying often brings along */
export const trimmed = (text: string): string => text.replace(INVISIBLE_ENDS, '');

/** @returns what kind of value it is, as a person would say it */
export function kindOf(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : 'a date';
	if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const LONGEST_EXCERPT = 80;

/** @returns the value as a short text in one line, for a description */
export function excerpt(value: unknown): string {
	const text = textOf(value) ?? kindOf(value);
	const start = text.slice(0, LONGEST_EXCERPT).replace(/\s+/g, ' ');
	// Never end in half a character: some have two code units.
	return text.length > LONGEST_EXCERPT ? `${start.replace(/[\uD800-\uDBFF]$/, '')}…` : start;
}
