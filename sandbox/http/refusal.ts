/** A request that the desk turns down: the HTTP status and the JSON body of the reply. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: { error: string } | { message: string; attributes: string[] },
	) {
		super('error' in body ? body.error : body.message);
	}
}

/** Runs a step of which a Refusal is one of the results; other errors pass through. */
export async function orRefusal<T>(step: () => T | Promise<T>): Promise<T | Refusal> {
	const refused = (error: unknown): Refusal => {
		if (error instanceof Refusal) return error;
		throw error;
	};
	return await Promise.resolve().then(step).catch(refused);
}

/** 401: wrong or missing key or secret. */
export const unauthorized = () => new Refusal(401, { error: 'Invalid API key or secret' });

/** 404: unknown path, conversation, message, contact. */
export const notFound = () => new Refusal(404, { error: 'Resource could not be found' });

/** 405: a known path, another method. */
export const methodNotAllowed = () => new Refusal(405, { error: 'Method not allowed' });

/** 400: a body that cannot be read at all. */
export const malformed = (error: string) => new Refusal(400, { error });

/** 415: a body of another kind than the documented ones. */
export const unsupported = (contentType: string | undefined) =>
	new Refusal(415, { error: `Unsupported content type: ${contentType ?? 'none'}` });

/** 422: a body that breaks the contract; says in plain words how, and names the field. */
export const invalid = (message: string, field: string) =>
	new Refusal(422, { message, attributes: [field] });
