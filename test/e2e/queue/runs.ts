import type { ExecutionStatus } from 'n8n-workflow';
import type { Server } from '../../../real/n8n';
import { inParallel } from '../../../harness/inParallel';
import { poll } from '../support/poll';
import { CONVERSATIONS, type Desk } from './useCluster';

/** One call of the webhook. */
export interface Run {
	conversation: number;
	/** Its messages, all to that conversation. No other run has the same. */
	texts: string[];
	/** The execution's ID, which n8n 1 does not tell yet when it answers the webhook. */
	executionId: string;
}

const MESSAGES_PER_RUN = 10;
/** How many calls of the webhook are under way at a time. */
const CALLERS = 10;

/** Calls the webhook that many times, for each conversation in turn. @throws Error when n8n does not take a call */
export async function trigger({ webhook }: Desk, count: number): Promise<Run[]> {
	return await inParallel(CALLERS, [...Array(count).keys()], async (run) => {
		const conversation = CONVERSATIONS[run % CONVERSATIONS.length] ?? 0;
		const numbers = [...Array(MESSAGES_PER_RUN).keys()];
		const texts = numbers.map((message) => `Run ${run}, message ${message}`);
		const reply = await fetch(webhook, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ messages: texts.map((text) => ({ to: conversation, text })) }),
		});
		const executionId = await reply.text();
		if (!reply.ok) throw new Error(`The webhook answered ${reply.status}: ${executionId}`);
		return { conversation, texts, executionId };
	});
}

/** What arrived of a run's messages, in the order of arrival. */
export const arrived = ({ sandbox }: Desk, { conversation, texts }: Run): string[] =>
	sandbox.journal.texts(conversation).filter((text) => texts.includes(text));

/** How long a test may take on a machine that does much else; without, it is a fraction of this. */
export const TEST_TIMEOUT_MS = 300_000;
const ENDS_WITHIN_MS = 240_000;

const ENDED: ReadonlySet<ExecutionStatus> = new Set(['success', 'error', 'crashed', 'canceled']);

/**
 * Waits until n8n says of each execution how it has ended. Asks for one after the other: n8n 2 lists executions by the time
 * of their start, but turns the pages of that list by their IDs, so that some miss in it.
 *
 * @returns the statuses in the order of the IDs
 */
export async function untilAllEnded({ rest }: Desk, ids: string[]): Promise<ExecutionStatus[]> {
	const ended: ExecutionStatus[] = [];
	return await poll(`all ${ids.length} executions have ended`, ENDS_WITHIN_MS, async () => {
		for (const id of ids.slice(ended.length)) {
			const path = `/rest/executions/${id}`;
			const { status } = await rest.call<{ status: ExecutionStatus }>('GET', path);
			if (!ENDED.has(status)) return undefined;
			ended.push(status);
		}
		return ended;
	});
}

/** The IDs of all executions, up to a hundred. One whose status changes while n8n looks for it misses in its list. */
export async function listed({ rest }: Desk, count: number): Promise<string[]> {
	return await poll(`n8n lists ${count} executions`, 30_000, async () => {
		const { results } = await rest.call<{ results: Array<{ id: string }> }>(
			'GET',
			'/rest/executions?limit=100',
		);
		const ids = [...new Set(results.map(({ id }) => id))];
		return ids.length === count ? ids : undefined;
	});
}

/** Executions that a worker has started or finished, by what it logs. */
export function logged({ log }: Server, what: 'started' | 'finished'): string[] {
	const lines = log().matchAll(new RegExp(`Worker ${what} execution (\\d+) `, 'g'));
	return [...lines].map(([, id = '']) => id);
}

/** Executions that the workers have started more than once. */
export function startedAgain({ workers }: Desk): string[] {
	const ids = workers.flatMap((worker) => logged(worker, 'started'));
	return ids.filter((id, index) => ids.indexOf(id) !== index);
}
