import { UserError } from 'n8n-workflow';

/**
 * Refuses bad input, before anything is sent.
 *
 * @param message what is wrong, with the label of the parameter in single quotes
 * @param description what to do about it; text that came from outside belongs here, since n8n replaces a
 * message that contains, say, "EPERM"
 * @throws UserError always; delivery adds the item and turns it into n8n's NodeOperationError
 */
export function refuse(message: string, description: string): never {
	throw new UserError(message, { description });
}
