import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import { deliver } from './deliver';
import type { Operation, Prepared, Resource } from './operation';
import { report } from './report';
import { request } from './request';
import type { Ending } from './run';
import { runOf, type NodeRun } from './runs';

export type { Operation, Resource } from './operation';

/**
 * Dresses an operation of the menu with delivery: n8n calls the hook instead of sending, one call an item, in item
 * order and all within one synchronous loop. That holds only while the operation has no `preSend`.
 *
 * @returns the menu entry, with its routing
 */
export function delivered(operation: Operation, resource: Resource): INodePropertyOptions {
	const { option } = operation;
	return {
		...option,
		routing: {
			// Every status comes back as an answer, so that only broken connections throw; to follow a redirect, n8n's
			// client would keep a copy of the whole body.
			request: {
				...option.routing?.request,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
			send: { paginate: true },
			operations: {
				async pagination(requestData) {
					return await deliverItem(this, requestData, operation, resource);
				},
			},
			output: { postReceive: [wholeReply] },
		},
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

/** What one item asks for, or why it is refused. */
interface Checked {
	prepared: Prepared[];
	acceptsFailed: boolean;
	resendsLost: boolean;
	isSimplified: boolean;
	invalid?: Ending & { kind: 'invalid' };
}

async function deliverItem(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
	operation: Operation,
	resource: Resource,
): Promise<INodeExecutionData[]> {
	const item = context.getItemIndex();
	const run = runOf(context);
	const { prepared, isSimplified, ...choices } = check(context, run, operation);
	const messages = prepared.map((one) => ({
		lane: one.lane,
		send: async (messageId?: string | number) =>
			await request(context, requestData, one, resource, messageId),
	}));
	const { endings, round } = await deliver({ index: item, messages, ...choices }, run);

	const output: INodeExecutionData[] = [];
	for (const [part, ending] of endings.entries()) {
		if (ending.kind === 'notSent') continue;
		const one = prepared.at(part) ?? NOTHING;
		if (ending.kind === 'delivered') {
			const json = resource.output(ending.reply as IDataObject | undefined, one, isSimplified);
			output.push({ json, pairedItem: { item } });
		} else {
			output.push(...(await report(context, run.node, ending, one, resource.noun, round)));
		}
	}
	return output;
}

/** Stands for the request of an item that was refused. */
const NOTHING: Prepared = { path: {}, lane: '' };

/** Synchronous: the whole input is checked within n8n's loop over the items. */
function check(context: IExecutePaginationFunctions, run: NodeRun, operation: Operation): Checked {
	try {
		const read = run.reader.readFor(context);
		const options = read('options', {}) as IDataObject;
		const simplify = read('simplify', true);
		return {
			prepared: [operation.prepare.call(context, read)].flat(),
			acceptsFailed: options.failedDelivery === 'output',
			resendsLost: options.lostAnswer === 'resend',
			isSimplified: simplify !== false && simplify !== 'false',
		};
	} catch (error) {
		const { message, description } = error as { message: string; description?: string | null };
		return {
			prepared: [],
			acceptsFailed: false,
			resendsLost: false,
			isSimplified: true,
			invalid: { kind: 'invalid', message, description: description ?? undefined },
		};
	}
}
