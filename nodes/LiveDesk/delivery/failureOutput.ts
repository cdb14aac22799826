import {
	NodeApiError,
	type IDataObject,
	type IExecuteSingleFunctions,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { explain } from '../failures/explain';
import { summaryText } from '../failures/summary';
import { sentences, type Subject, type Words } from '../failures/words';
import { messageIdOf, type Ending } from './core/ending';
import type { Pass } from './core/pass';
import type { Summary } from './core/summary';
import type { Prepared } from './operation';
import type { NodeRun } from './registry';

/** What is known of the request that failed. */
type About = Pick<Prepared, 'path' | 'which'>;

/**
 * Tells a failure the way the node is set under On Error.
 *
 * @returns an item that n8n takes for an error; nothing for a message that was kept back because of another, or where
 * n8n has given up on the run
 * @throws NodeApiError with On Error = Stop
 */
export type FailureOutput = (
	ending: Exclude<Ending, { kind: 'delivered' }>,
	about: About,
	pass: Pass,
) => Promise<INodeExecutionData[]>;

export function createFailureOutput(
	context: IExecuteSingleFunctions,
	{ node, redact }: Pick<NodeRun, 'node' | 'redact'>,
	subject: Subject,
): FailureOutput {
	const item = context.getItemIndex();
	return async (ending, { path, which }, pass) => {
		if (ending.kind === 'notSent' && !ending.isCancelled) return [];
		const words = explain(ending, { path, subject, redact: await redact() });
		const place = `[item ${item}${which === undefined ? '' : `, ${which}`}]`;
		const told = { ...words, message: `${words.message} ${place}` };
		if (context.continueOnFail()) return [errorItem(ending, told, path, item)];
		const summary = await pass.closed();
		// Nobody awaits this item any more: throwing would be an unhandled rejection in the user's n8n.
		if (!summary) return [];
		throw errorOf(node, ending, told, path, summary, { item, subject });
	};
}

/** Made of our words alone: what n8n's HTTP client threw holds the request with its credential. */
function errorOf(
	node: INode,
	ending: Ending,
	{ message, description: advice, httpCode, code }: Words,
	path: About['path'],
	summary: Summary,
	{ item, subject }: { item: number; subject: Subject },
): NodeApiError {
	const description = sentences(advice, summaryText(summary, subject.noun));
	const facts: JsonObject = { message, description };
	const error = new NodeApiError(node, facts, {
		message,
		description,
		httpCode,
		itemIndex: item,
	});
	// As data too, so that nobody has to read it out of a sentence.
	Object.assign(error.context, factsOf(ending, code, path), { summary });
	return error;
}

/** With exactly `message` and `error` in its JSON, n8n 1 and 2 route an item to the error output and keep its content. */
function errorItem(
	ending: Ending,
	{ message, description, httpCode, code }: Words,
	path: About['path'],
	item: number,
): INodeExecutionData {
	const error: IDataObject = { description, ...factsOf(ending, code, path) };
	if (httpCode !== undefined) error.httpCode = httpCode;
	return { json: { message, error }, pairedItem: { item } };
}

/** What a Retry node behind the error output needs. */
function factsOf(ending: Ending, code: number | undefined, path: About['path']): IDataObject {
	const facts: IDataObject = { outcome: ending.kind };
	if (code !== undefined) facts.code = code;
	const messageId = messageIdOf(ending) ?? path.message_id;
	if (messageId !== undefined) facts.messageId = messageId;
	if (path.conversation_id !== undefined) facts.conversationId = path.conversation_id;
	return facts;
}
