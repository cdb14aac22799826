import { poll } from '../support/poll';
import { trigger, type Run } from './runs';
import type { Desk } from './useCluster';

/** More than both workers run at a time, so that some are still waiting in the queue. */
const RUNS = 24;
/** By then each of the executions that run has sent a few of its ten messages. */
const MESSAGES_BEFORE = 70;
/** Makes an execution last for some eight seconds. */
const LATENCY_MS: [number, number] = [600, 1000];

/** Kills one of the workers when both are in the middle of their executions. */
export async function crash(desk: Desk): Promise<Run[]> {
	const { sandbox, workers } = desk;
	sandbox.script({ kind: 'text', times: Infinity, latencyMs: LATENCY_MS });
	const runs = await trigger(desk, RUNS);
	await poll(`${MESSAGES_BEFORE} messages have arrived`, 60_000, () =>
		sandbox.journal.texts().length >= MESSAGES_BEFORE ? true : undefined,
	);
	workers[0].kill();
	// It has ended already; this waits for the last of its log.
	await workers[0].stop();
	return runs;
}
