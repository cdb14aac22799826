import type { IExecutePaginationFunctions, INode } from 'n8n-workflow';
import type { RunSettings } from './run';

const PARALLEL = { default: 10, min: 1, max: 50 };
const RATE_LIMIT_WAIT_SECONDS = { default: 60, min: 0, max: 24 * 60 * 60 };

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
	isTool: boolean,
): RunSettings {
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	const expected = isTool || node.executeOnce ? 1 : inputLength(context);
	return {
		expected,
		...batchesOf(context, expected),
		stopOnFailure: !context.continueOnFail(),
		retryOnFail: node.retryOnFail === true,
		parallelConversations: Math.floor(within(PARALLEL, options.parallelConversations)),
		rateLimitWaitMs: within(RATE_LIMIT_WAIT_SECONDS, options.rateLimitWait) * 1000,
		isCancelled: () => context.getExecutionCancelSignal()?.aborted === true,
	};
}

function inputLength(context: IExecutePaginationFunctions): number {
	return context.getExecuteData().data.main?.[0]?.length ?? 1;
}

/** n8n pauses between batches only with an interval; a size below 1 means 1 to it. */
function batchesOf(context: IExecutePaginationFunctions, expected: number) {
	const { batching } = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	const { batchSize = 0, batchInterval = 0 } = batching?.batch ?? {};
	if (!(batchInterval > 0)) return { batchSize: expected, batchIntervalMs: 0 };
	return { batchSize: batchSize > 0 ? batchSize : 1, batchIntervalMs: batchInterval };
}

function within(range: { default: number; min: number; max: number }, value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || Number.isNaN(number)) return range.default;
	return Math.min(range.max, Math.max(range.min, number));
}
