import type { IExecutePaginationFunctions, INode } from 'n8n-workflow';
import type { RunSettings } from './core/run';
import type { Options } from './readOptions';

/** n8n's own option Batching, which every declarative node has. */
interface RequestOptions {
	batching?: { batch?: { batchSize?: number; batchInterval?: number } };
}

/**
 * What holds for a whole run, read once, from its first item.
 *
 * @param isTool whether an AI agent calls the node, with one item a call
 */
export function settingsOf(
	context: IExecutePaginationFunctions,
	node: INode,
	options: Options,
	isTool: boolean,
): RunSettings {
	const expected = isTool || node.executeOnce ? 1 : inputLength(context);
	return {
		expected,
		...batchesOf(context, expected),
		stopOnFailure: !context.continueOnFail(),
		retryOnFail: node.retryOnFail === true,
		rateLimitWaitMs: options.rateLimitWait * 1_000,
		isCancelled: () => context.getExecutionCancelSignal()?.aborted === true,
	};
}

function inputLength(context: IExecutePaginationFunctions): number {
	return context.getExecuteData().data.main?.[0]?.length ?? 1;
}

/** n8n pauses between batches only with an interval, and treats sizes below 1 as 1. */
function batchesOf(context: IExecutePaginationFunctions, expected: number) {
	const { batchSize = 0, batchInterval = 0 } = requestOptionsOf(context).batching?.batch ?? {};
	if (!(batchInterval > 0)) return { batchSize: expected, batchIntervalMs: 0 };
	return { batchSize: batchSize > 0 ? batchSize : 1, batchIntervalMs: batchInterval };
}

/** Its own check refuses the item whose expressions fail here. */
function requestOptionsOf(context: IExecutePaginationFunctions): RequestOptions {
	try {
		return context.getNodeParameter('requestOptions', {}) as RequestOptions;
	} catch {
		return {};
	}
}
