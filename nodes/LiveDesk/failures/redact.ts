/** Shorter values would take half the alphabet out of a text, and are no secrets. */
const SHORTEST_SECRET = 4;

/**
 * @param values of a credential
 * @returns a function that takes them, and their Basic form, out of a text: what came from outside may echo them
 */
export function redactor(key: unknown, secret: unknown): (text: string) => string {
	const basic = Buffer.from(`${String(key)}:${String(secret)}`).toString('base64');
	const secrets = [basic, secret, key].filter(
		(value): value is string => typeof value === 'string' && value.length >= SHORTEST_SECRET,
	);
	return (text) => secrets.reduce((clean, value) => clean.replaceAll(value, '***'), text);
}
