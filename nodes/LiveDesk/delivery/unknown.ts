import {
	NodeOperationError,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { hasExpression } from './read';

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
	const { resource = 'message', operation } = node.parameters;
	const isExpression = [resource, operation].some(isByExpression);
	const message = `${
		isExpression
			? "'Resource' and 'Operation' cannot be expressions"
			: "This version of the node does not know the chosen 'Operation'"
	} [item ${item}]`;
	const description = isExpression
		? "Nothing was sent. Choose both from their lists; use several LiveDesk nodes, e.g. behind n8n's Switch node."
		: `Nothing was sent. Choose an operation in the node, or update n8n-nodes-livedesk. It was: ${String(operation).slice(0, 80)} of ${String(resource).slice(0, 80)}.`;
	if (!context.continueOnFail()) {
		throw new NodeOperationError(node, message, { description, itemIndex: item });
	}
	return [{ json: { message, error: { outcome: 'invalid', description } }, pairedItem: { item } }];
}

/** Where a property takes no expression, n8n drops the `=` and leaves the rest as a text. */
function isByExpression(value: unknown): boolean {
	return hasExpression(value) || (typeof value === 'string' && value.startsWith('{{'));
}
