import type { FunctionsBase } from 'n8n-workflow';
import type { Choice } from './fields';

/**
 * Makes the link of a choice; opening it decides nothing. n8n signs it, so that an altered one is refused.
 *
 * @param turn which of the node's notes in this execution it belongs to
 */
export function linkTo(
	context: Pick<FunctionsBase, 'getSignedResumeUrl'>,
	{ isApproval }: Choice,
	turn: string,
): string {
	return context.getSignedResumeUrl({ approved: String(isApproval), turn });
}
