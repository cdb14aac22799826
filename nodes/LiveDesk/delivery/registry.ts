import { sleep, type IExecutePaginationFunctions, type INode } from 'n8n-workflow';
import type { Clock } from './clock';
import { createReader, type Reader } from './reader';
import { createRun, type Run } from './run';
import { settingsOf } from './settings';

/** A run of the node, with what is read once for all its items. */
export interface NodeRun extends Run {
	node: INode;
	reader: Reader;
}

const clock: Clock = { now: () => performance.now(), sleep, random: Math.random };

/** Kept as long as n8n keeps the key, so it goes with the run. */
const runs = new WeakMap<object, NodeRun>();

/**
 * @returns the state of the run that the current item belongs to. n8n has one object for a run of a node, and the same
 * again in every try of Retry On Fail; for a tool call of an agent, that is the object of its arguments.
 */
export function runOf(context: IExecutePaginationFunctions): NodeRun {
	const item = context.getInputData();
	// A tool has no main input: n8n then makes up a new, empty item at each call.
	const isTool = item !== context.getInputData();
	const key = isTool ? context.getInputData(0, 'ai_tool').json : context.getExecuteData();
	let run = runs.get(key);
	if (!run) {
		const node = context.getNode();
		run = { ...createRun(settingsOf(context, node, isTool), clock), node, reader: createReader() };
		runs.set(key, run);
	}
	return run;
}
