import {
	sleep,
	type DeclarativeRestApiSettings,
	type IExecutePaginationFunctions,
	type INode,
} from 'n8n-workflow';
import { createGate, type Gate } from './core/backoff';
import type { Clock } from './core/clock';
import type { Item } from './core/deliver';
import { createLanes } from './core/lanes';
import { createBounds, createRun, type Bounds, type Run } from './core/run';
import { createTurns, type Turns } from './core/turns';
import type { Redact } from '../failures/redact';
import { CREDENTIAL, redactorFor } from './credential';
import { DEFAULTS, readOptions, type Options } from './readOptions';
import { createReader, type Reader } from './read';
import { settingsOf } from './settings';

/** A run of the node, with what is read once for all its items. */
export interface NodeRun extends Run {
	node: INode;
	/** Another copy of this package began it, so that what it has sent is not known. */
	isForeign: boolean;
	reader: Reader;
	/** Made once, for a run in which much fails. */
	redact(): Promise<Redact>;
}

const clock: Clock = { now: () => performance.now(), sleep, random: Math.random };

/** Of the whole process: executions that write to one conversation go one after the other. */
const lanes = createLanes();

/** By the credential that they hold back. */
const gates = new Map<string, Gate>();

/** Kept as long as n8n keeps the key, so they go with the run. */
const runs = new WeakMap<object, NodeRun>();
const bounds = new WeakMap<object, Bounds>();
const turns = new WeakMap<object, Map<string, Turns>>();

/**
 * On the key of a run, where every copy of this package finds it. n8n loads a package anew when a user updates it, and
 * looks the node up again for each try of Retry On Fail: the next try then finds nothing of the above.
 */
const BEGUN = Symbol.for('n8n-nodes-livedesk.begun');

/**
 * @param requestData what n8n's engine put together for the current item
 * @returns the state of the run that the current item belongs to. n8n has one object for a run of a node, and the same
 * again in every try of Retry On Fail; for a tool call of an agent, that is the object of its arguments.
 */
export function runFor(
	context: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
): NodeRun {
	const item = context.getInputData();
	// A tool has no main input: n8n then makes up a new, empty item at each call.
	const isTool = item !== context.getInputData();
	const key = isTool ? context.getInputData(0, 'ai_tool').json : context.getExecuteData();
	return kept(runs, key, () => newRun(context, key, String(requestData.options.baseURL), isTool));
}

/**
 * @returns the turn of a call among those that an AI agent makes at once; undefined where n8n's engine runs the node. n8n
 * starts them one after the other and gives each the next run index (`makeHandleToolInvocation` in n8n-core), but then
 * reads the credential of each from its database, so that they come here in any order.
 */
export function turnOf(context: IExecutePaginationFunctions): Item['inTurn'] {
	const { name } = context.getNode();
	const executeData = context.getExecuteData();
	// n8n's types leave it out.
	const { runIndex } = context as { runIndex?: unknown };
	// Where an agent calls the node itself, this is the agent's; n8n's engine, which runs the tools of newer agents, gives
	// the node its own, and calls it in order.
	if (executeData.node.name === name || typeof runIndex !== 'number') return undefined;
	const ofNodes = kept(turns, executeData, () => new Map<string, Turns>());
	const ofNode = kept(ofNodes, name, () => createTurns(clock));
	return async (begin) => await ofNode.inTurn(runIndex, begin);
}

/** @returns what is kept under the key; what `make` gives where there is nothing yet */
function kept<K, V>(
	values: { get(key: K): V | undefined; set(key: K, value: V): unknown },
	key: K,
	make: () => V,
): V {
	const value = values.get(key) ?? make();
	values.set(key, value);
	return value;
}

function newRun(
	context: IExecutePaginationFunctions,
	key: object,
	baseUrl: string,
	isTool: boolean,
): NodeRun {
	const node = context.getNode();
	const options = optionsOfFirst(context);
	const credential = `${node.credentials?.[CREDENTIAL]?.id ?? ''} ${baseUrl}`;
	const shared = {
		// The execute data of an AI agent is the same in all its tool calls, which n8n starts together.
		...kept(bounds, context.getExecuteData(), () => boundsFor(options)),
		lanes,
		laneOf: (lane: string) => `${credential} ${lane}`,
		gate: kept(gates, credential, () => createGate(clock)),
		clock,
	};
	const run = createRun(settingsOf(context, node, options, isTool), shared);
	const isForeign = Object.hasOwn(key, BEGUN);
	// Not enumerable: n8n saves this object with the execution.
	Reflect.defineProperty(key, BEGUN, { value: true });
	let redact: Promise<Redact> | undefined;
	return {
		...run,
		node,
		isForeign,
		reader: createReader(),
		redact: async () => await (redact ??= redactorFor(context)),
	};
}

/** Its own check refuses the item whose options cannot be read. */
function optionsOfFirst(context: IExecutePaginationFunctions): Options {
	try {
		return readOptions(context.getNodeParameter('options', {}));
	} catch {
		return DEFAULTS;
	}
}

function boundsFor({ parallelConversations, messagesPerMinute }: Options): Bounds {
	const paceMs = messagesPerMinute === undefined ? 0 : 60_000 / messagesPerMinute;
	return createBounds({ parallelConversations, paceMs }, clock);
}
