/** Shorter values would take half the alphabet out of a text, and are no secrets. */
const SHORTEST_SECRET = 4;

/** Takes what must not be told out of all texts of a value, at any depth. */
export type Redactor = <T>(value: T) => T;

/**
 * @returns a function that takes a credential's key and secret, and their Basic form, out of what came from outside: an
 * answer may echo them. To be used before a text is cut or its blanks are folded, which would hide them from it.
 */
export function redactor(key: unknown, secret: unknown): Redactor {
	const basic = Buffer.from(`${String(key)}:${String(secret)}`).toString('base64');
	const secrets = [basic, secret, key].filter(
		(value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
	);
	const clean = (value: unknown): unknown => {
		if (typeof value === 'string') {
			return secrets.reduce((text, each) => text.replaceAll(each, '***'), value);
		}
		if (Array.isArray(value)) return value.map(clean);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clean(part)]));
	};
	return clean as Redactor;
}
