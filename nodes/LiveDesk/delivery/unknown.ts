import {
	NodeOperationError,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';
import { hasExpression } from './read';

/** What n8n adds to both menus of every node with a credential, to point to its HTTP Request node. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/**
 * Refuses a resource or an operation that this version of the node does not know: n8n's own engine would send a bare
 * request to the base URL instead, and follow redirects with the credential.
 *
 * @throws NodeOperationError with On Error = Stop
 */
export async function refuseUnknown(
	context: IExecutePaginationFunctions,
): Promise<INodeExecutionData[]> {
	const item = context.getItemIndex();
	const node = context.getNode();
	const { title, description } = wordsFor(node.parameters);
	const message = `${title} [item ${item}]`;
	if (!context.continueOnFail()) {
		throw new NodeOperationError(node, message, { description, itemIndex: item });
	}
	return [{ json: { message, error: { outcome: 'invalid', description } }, pairedItem: { item } }];
}

function wordsFor({ resource = 'message', operation }: INodeParameters) {
	const chosen = [resource, operation];
	if (chosen.some(isByExpression)) {
		return {
			title: "'Resource' and 'Operation' cannot be expressions",
			description:
				"Nothing was sent. Choose both from their lists; use several LiveDesk nodes, e.g. behind n8n's Switch node.",
		};
	}
	if (chosen.includes(CUSTOM_API_CALL)) {
		return {
			title: "'Custom API Call' is for n8n's HTTP Request node",
			description:
				"Nothing was sent. Choose another entry, or use an HTTP Request node: set 'Authentication' to 'Predefined Credential Type' and 'Credential Type' to 'LiveDesk API'.",
		};
	}
	return {
		title: "This version of the node does not know the chosen 'Operation'",
		description: `Nothing was sent. Choose an operation in the node, or update n8n-nodes-livedesk. It was: ${String(operation).slice(0, 80)} of ${String(resource).slice(0, 80)}.`,
	};
}

/** Where a property takes no expression, n8n drops the `=` and leaves the rest as a text. */
function isByExpression(value: unknown): boolean {
	return hasExpression(value) || (typeof value === 'string' && value.startsWith('{{'));
}
