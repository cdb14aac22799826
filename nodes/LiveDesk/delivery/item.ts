import {
	UserError,
	type DeclarativeRestApiSettings,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { canRetrySoon } from '../failures/whatsappCodes';
import type { Message, Send } from './core/carryOut';
import { deliver, type Item } from './core/deliver';
import { messageIdOf, type Ending } from './core/ending';
import type { Choices } from './core/memory';
import type { JsonObject, Outcome, Reply } from './core/outcome';
import { createFailureOutput } from './failureOutput';
import type { Operation, Prepared, Resource } from './operation';
import { readOptions } from './readOptions';
import { runFor, turnOf, type NodeRun } from './registry';
import { checkTimeout } from './requestOptions';
import { createSender, type HttpOptions, type Sender, type Transport } from './send';

type Ready = Operation & Resource;

/** What one item asks for; nothing where its input is refused. */
interface Checked extends Choices, Pick<Item, 'invalid'> {
	prepared: Prepared[];
	isSimplified: boolean;
}

const NOTHING: Checked = {
	prepared: [],
	isSimplified: true,
	canRetry: canRetrySoon,
	acceptsFailed: false,
	repeatsLost: false,
};

/** One call of the hook, top to bottom: check, deliver, put out. */
export async function onItem(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
	operation: Ready,
): Promise<INodeExecutionData[]> {
	const index = context.getItemIndex();
	const run = runFor(context, requestData);
	const checked = check(context, run, operation, requestData.options);
	const failureOutput = createFailureOutput(context, run, operation.subject);
	const transport: Transport = async (options) => {
		const [item] = await context.makeRoutingRequest({ ...requestData, options });
		return item.json as unknown as Reply;
	};
	const { prepared, isSimplified, ...asked } = checked;
	const messages = prepared.map((one) =>
		messageOf(one, createSender(transport, requestData.options, one, operation)),
	);
	const { endings, pass } = await deliver(
		{ index, messages, inTurn: turnOf(context), ...asked },
		run,
	);

	const hasGoneWell = (ending: Ending): ending is Ending & { kind: 'delivered' | 'failed' } =>
		ending.kind === 'delivered' || (ending.kind === 'failed' && checked.acceptsFailed);
	if (operation.afterwards && endings.every(hasGoneWell)) {
		const item = await operation.afterwards.call(context, run.reader.readFor(context));
		return [{ pairedItem: { item: index }, ...item }];
	}

	const output: INodeExecutionData[] = [];
	for (const [part, ending] of endings.entries()) {
		const one = prepared[part];
		if (hasGoneWell(ending)) {
			const shown = operation.output(ending.body, withMessageId(one, ending), isSimplified);
			output.push(...[shown].flat().map((json) => ({ json, pairedItem: { item: index } })));
		} else {
			output.push(...(await failureOutput(ending, one ?? { path: {} }, pass)));
		}
	}
	return output;
}

/** Synchronous: the whole input is checked within n8n's loop over the items. */
function check(
	context: IExecutePaginationFunctions,
	run: NodeRun,
	operation: Ready,
	httpOptions: HttpOptions,
): Checked {
	try {
		if (run.isForeign) {
			throw new UserError('The package was updated while this node was running', {
				description:
					'What the node had sent by then is no longer known, so it sends nothing more. Look at the conversations before you run the workflow again.',
			});
		}
		const read = run.reader.readFor(context);
		const { failedDelivery, lostAnswer } = readOptions(read('options', {}));
		const { done, isRepeatable = false } = operation.subject;
		const prepared = [operation.prepare.call(context, read)].flat();
		checkTimeout(httpOptions.timeout);
		return {
			prepared,
			isSimplified: !isFalse(read('simplify', true)),
			canRetry: canRetrySoon,
			acceptsFailed: failedDelivery === 'output',
			// Older servers retry without looking: a lost response to a retry is never followed by another.
			repeatsLost: isRepeatable || (lostAnswer === 'resend' && done !== 'retried'),
			isRepeatable,
		};
	} catch (error) {
		const { message, description } = error as { message: string; description?: string | null };
		const invalid = { kind: 'invalid' as const, message, description: description ?? undefined };
		return { ...NOTHING, invalid };
	}
}

const isFalse = (value: unknown) => value === false || value === 'false';

function messageOf(prepared: Prepared, { send, retry }: Sender): Message {
	return {
		lane: prepared.lane,
		retry,
		*steps(notes: JsonObject): Generator<Send, Outcome, Outcome> {
			const { steps } = prepared;
			if (!steps) return yield async () => await send(prepared);
			const requests = steps(notes);
			let request = requests.next();
			while (!request.done) {
				const { value } = request;
				request = requests.next(yield async () => await send(value));
			}
			return request.value;
		},
	};
}

/** For what LiveDesk has retried: the request of the operation itself did not name the message. */
function withMessageId(prepared: Prepared, ending: Ending): Prepared {
	const messageId = 'messageId' in ending ? messageIdOf(ending) : undefined;
	if (messageId === undefined) return prepared;
	return { ...prepared, path: { ...prepared.path, message_id: String(messageId) } };
}
