import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteSingleFunctions,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { explain, type Failure } from '../failures/explain';
import { redactor, type Redactor } from '../failures/redact';
import { tallyText, type Tally } from '../failures/tally';
import { sentences, type Noun, type Words } from '../failures/words';
import type { Prepared } from './operation';
import type { Round } from './round';

/** The credential whose values must not show in any text, even if an answer echoes them. */
const CREDENTIAL = 'liveDeskApi';

/**
 * Tells a failure the way the node is set under On Error.
 *
 * @returns an item that n8n takes for an error; nothing where n8n has given up on the run
 * @throws NodeApiError for what LiveDesk or the network said, NodeOperationError for bad input, with On Error = Stop
 */
export async function report(
	context: IExecuteSingleFunctions,
	node: INode,
	failure: Failure,
	prepared: Prepared,
	noun: Noun,
	round: Round,
): Promise<INodeExecutionData[]> {
	const index = context.getItemIndex();
	const words = await wordsFor(context, failure, prepared, noun);
	if (context.continueOnFail()) return [errorItem(failure, words, prepared.path, index)];
	const tally = await round.closed();
	// Nobody awaits this item any more: throwing would be an unhandled rejection in the user's n8n.
	if (!tally) return [];
	throw errorOf(node, failure, words, index, tally);
}

/** @returns the words for a failure, free of the credential's values, the item's number in the message */
async function wordsFor(
	context: IExecuteSingleFunctions,
	failure: Failure,
	{ path, which }: Prepared,
	noun: Noun,
): Promise<Words> {
	const redact = await redactorFor(context);
	const words = explain(redact(failure), path, noun);
	const place = `[item ${context.getItemIndex()}${which === undefined ? '' : `, ${which}`}]`;
	return { ...words, message: `${words.message} ${place}` };
}

async function redactorFor(context: IExecuteSingleFunctions): Promise<Redactor> {
	try {
		const { apiKey, apiSecret } = await context.getCredentials(CREDENTIAL);
		return redactor(apiKey, apiSecret);
	} catch {
		// Without its values, e.g. because it was deleted on the way, no answer can have echoed them to us.
		return (value) => value;
	}
}

/** Made of our words alone: what n8n's HTTP client threw holds the request with its credential. */
function errorOf(
	node: INode,
	failure: Failure,
	words: Words,
	itemIndex: number,
	tally: Tally,
): NodeApiError | NodeOperationError {
	const { message, httpCode } = words;
	const description = sentences(words.description, tallyText(tally));
	if (failure.kind === 'invalid') {
		return new NodeOperationError(node, message, { description, itemIndex });
	}
	const facts: JsonObject = { message, description };
	return new NodeApiError(node, facts, { message, description, httpCode, itemIndex });
}

/** With exactly `message` and `error` in its JSON, n8n 1 and 2 take an item for an error and keep what it holds. */
function errorItem(
	failure: Failure,
	{ message, description, httpCode, code }: Words,
	path: Prepared['path'],
	item: number,
): INodeExecutionData {
	const error: IDataObject = { outcome: failure.kind, description };
	if (httpCode !== undefined) error.httpCode = httpCode;
	if (code !== undefined) error.code = code;
	const messageId = messageIdOf(failure) ?? path.message_id;
	if (messageId !== undefined) error.messageId = messageId;
	if (path.conversation_id !== undefined) error.conversationId = path.conversation_id;
	return { json: { message, error }, pairedItem: { item } };
}

/** The ID under which LiveDesk has the message: from this answer, or from one of an earlier try. */
function messageIdOf(failure: Failure): string | number | undefined {
	if (failure.kind === 'invalid') return undefined;
	const id = failure.kind === 'failed' ? failure.reply.id : failure.messageId;
	return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
