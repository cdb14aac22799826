import {
	NodeApiError,
	type IExecuteSingleFunctions,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { explain } from '../failures/explain';
import { redacted, type Redact } from '../failures/redact';
import { summaryText } from '../failures/summary';
import { sentences, type Subject, type Words } from '../failures/words';
import { messageIdOf, type Ending } from './core/ending';
import type { Pass } from './core/pass';
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
type FailureOutput = (
	ending: Exclude<Ending, { kind: 'delivered' }>,
	about: About,
	pass: Pass,
) => Promise<INodeExecutionData[]>;

export function createFailureOutput(
	context: IExecuteSingleFunctions,
	{ node, redact: redactFor }: Pick<NodeRun, 'node' | 'redact'>,
	subject: Subject,
): FailureOutput {
	const item = context.getItemIndex();
	return async (ending, { path, which }, pass) => {
		if (ending.kind === 'notSent' && !ending.isCancelled) return [];
		const redact = await redactFor();
		const words = explain(ending, { path, subject, redact });
		const { description, httpCode } = words;
		const message = `${words.message} [item ${item}${which === undefined ? '' : `, ${which}`}]`;
		const facts = factsOf(ending, words.code, path, redact);
		if (context.continueOnFail()) {
			// With exactly these two in its JSON, n8n 1 and 2 route an item to the error output and keep its content.
			const error = { description, ...facts, ...(httpCode === undefined ? {} : { httpCode }) };
			return [{ json: { message, error }, pairedItem: { item } }];
		}
		const closed = await pass.closed();
		// Nobody awaits this item any more: throwing would be an unhandled rejection in the user's n8n.
		if (!closed) return [];
		const summary = redacted(closed, redact);
		const whole = sentences(description, summaryText(summary, subject.noun));
		const error = apiError(node, { message, description: whole, httpCode }, item);
		// As data too, so that nobody has to read it out of a sentence.
		Object.assign(error.context, facts, { summary });
		throw error;
	};
}

/** Made of our words alone: what n8n's HTTP client threw holds the request with its credential. */
export function apiError(
	node: INode,
	{ message, description, httpCode }: Words,
	itemIndex?: number,
): NodeApiError {
	const facts: JsonObject = { message, description };
	return new NodeApiError(node, facts, { message, description, httpCode, itemIndex });
}

/** What a Retry node behind the error output needs. */
function factsOf(ending: Ending, code: number | undefined, path: About['path'], redact: Redact) {
	const messageId = messageIdOf(ending) ?? path.message_id;
	const facts = { code, messageId, conversationId: path.conversation_id };
	return { outcome: ending.kind, ...redacted(facts, redact) };
}
