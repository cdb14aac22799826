import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	INodePropertyOptions,
	INodePropertyRouting,
} from 'n8n-workflow';
import { onItem } from './item';
import type { Operation, Resource } from './operation';
import { refuseUnknown } from './unknown';

export { deliverByHand } from './byHand';
export { withList } from './list';
export { options } from './options';
export { requestOptions } from './requestOptions';
export type { Operation, Resource } from './operation';

type Hook = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/**
 * Adds the routing that hands an operation's requests to delivery: n8n calls the hook instead of sending, once per item,
 * in item order and all within one synchronous loop. That holds only while the operation has no `preSend`.
 *
 * @returns the menu entry, with its routing
 */
export function withDelivery(operation: Operation, resource: Resource): INodePropertyOptions {
	const { option } = operation;
	const all = { ...resource, ...operation };
	const routing = routingTo(async function (requestData) {
		return await onItem(this, requestData, all);
	});
	return {
		...option,
		routing: { ...routing, request: { ...option.routing?.request, ...routing.request } },
	};
}

/**
 * For the menu of resources: what is not replaced by an operation's own routing, because this version does not know it,
 * sends nothing.
 */
export const withoutOperation: INodePropertyRouting = routingTo(async function () {
	return await refuseUnknown(this);
});

function routingTo(pagination: Hook): INodePropertyRouting {
	return {
		// Every status comes back as a response, so that only broken connections throw; to follow a redirect, n8n's
		// client would keep a copy of the whole body.
		request: { ignoreHttpStatusErrors: true, disableFollowRedirect: true },
		send: { paginate: true },
		operations: { pagination },
		output: { postReceive: [wholeReply] },
	};
}

/** n8n passes on only the body; the outcome needs the status and the headers as well. */
async function wholeReply(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	{ statusCode, headers, body }: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	return [{ json: { statusCode, headers, body } as IDataObject }];
}
