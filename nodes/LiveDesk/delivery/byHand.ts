import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { CREDENTIAL } from './credential';
import { direct } from './direct';
import { onItem } from './item';
import type { Operation, Resource } from './operation';
import { httpOptionsOf } from './requestOptions';
import type { HttpOptions, Transport } from './send';

/**
 * Delivers outside of n8n's engine for declarative nodes, for an operation that is a function of its own: the same
 * checks, lanes, waits, outcomes and words.
 *
 * @returns the output, as the engine would put it together
 * @throws what the engine would throw, with On Error = Stop
 */
export async function deliverByHand(
	context: IExecuteFunctions,
	operation: Operation,
	resource: Resource,
): Promise<INodeExecutionData[][]> {
	const items = itemsOf(context);
	const { baseUrl } = await context.getCredentials(CREDENTIAL, 0);
	const { transport, defaults } = direct(context, baseUrl);
	const { url, method } = operation.option.routing?.request ?? {};
	const options: HttpOptions = { ...defaults, url: String(url), method };
	const all: Operation & Resource = {
		...resource,
		...operation,
		prepare(read) {
			// Within the check, so that a proxy that is none is told like any other bad input.
			Object.assign(options, httpOptionsOf(read('requestOptions', {})));
			return operation.prepare.call(this, read);
		},
	};
	const requestData = { options } as DeclarativeRestApiSettings.ResultOptions;
	// All of them at once, within one synchronous loop, as the engine does it.
	const output = await Promise.all(
		items.map(
			async (item, index) =>
				await onItem(contextOf(context, transport, item, index), requestData, all),
		),
	);
	return [output.flat()];
}

/** For n8n's Human review, what an AI agent wants to do comes in by another door than items of the workflow. */
function itemsOf(context: IExecuteFunctions): INodeExecutionData[] {
	const items = context.getInputData();
	if (items.length > 0) return items;
	return [context.getInputData(0, 'ai_tool')[0] ?? { json: {} }];
}

/** What n8n's engine makes of the context of a whole node for one item; it does it the same way. */
function contextOf(
	context: IExecuteFunctions,
	transport: Transport,
	item: INodeExecutionData,
	index: number,
): IExecutePaginationFunctions {
	type Single = IExecutePaginationFunctions;
	const own: Pick<Single, 'getItemIndex' | 'getInputData' | 'makeRoutingRequest'> & {
		getNodeParameter: (name: string, fallback?: never, options?: never) => unknown;
	} = {
		getItemIndex: () => index,
		getInputData: () => item,
		getNodeParameter: (name, fallback, options) =>
			context.getNodeParameter(name, index, fallback, options),
		makeRoutingRequest: async ({ options }) => [
			{ json: (await transport(options)) as unknown as IDataObject },
		],
	};
	return Object.assign(Object.create(context) as Single, own);
}
