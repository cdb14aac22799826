import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { redactor, type Redact } from '../failures/redact';

/** The credential whose values must not show in any text, even if a response echoes them. */
export const CREDENTIAL = 'liveDeskApi';

/** @returns what takes the credential's values out of a text that came from outside */
export async function redactorFor(
	context: Pick<IExecuteSingleFunctions, 'getCredentials'>,
): Promise<Redact> {
	try {
		const { apiKey, apiSecret } = await context.getCredentials(CREDENTIAL);
		return redactor(apiKey, apiSecret);
	} catch {
		// Without its values, e.g. because it was deleted on the way, no response can have echoed them to us.
		return redactor(undefined, undefined);
	}
}
