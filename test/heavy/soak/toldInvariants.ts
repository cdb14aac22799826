import type { Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { isFailed, isThrottled } from './faults';
import { messagesOf, type Request } from './journal';
import { keyOf, partsOf, type PlannedRun } from './plan';
import { toldBy, type ToldMessage } from './told';

/** Every message is in the output, in the error output, or in the summary; and what they say is true. */
export function expectAllTold(
	run: PlannedRun,
	result: Result,
	sandbox: Sandbox,
	requests: Request[],
) {
	const { error, items } = result;
	const isBroken = run.items.some(({ bad }) => bad === 'broken');
	const isCancelled = run.cancelAt !== undefined;
	if (isCancelled && !result.run.data.resultData.runData.LiveDesk) {
		// Cancelled before n8n came to the node.
		return expect(requests).toEqual([]);
	}
	if (error && isBroken && !error.context?.summary) {
		// n8n's own error, about an expression: the node was left alone.
		if (!isCancelled) expect(error.message).toMatch(/^Referenced node doesn't exist/);
		return;
	}
	const told = toldBy(result);
	expectComplete(run, told);
	expectPaired(run, told);
	const inOutput = told.filter(({ isApart }) => !isApart);
	if (items.length > 0) expect(inOutput).toEqual(inOrder(inOutput));
	for (const message of told) expectTrue(run, message, sandbox);
	// With one at a time, a stop is strict: nothing follows the first failure.
	if (error && !isCancelled && run.parallelConversations === 1 && run.tries === 1) {
		const failures = requests.filter((request) => isFinal(run, request));
		expect(failures).toEqual(failures.length > 0 ? requests.slice(-1) : []);
	}
}

const inOrder = (messages: ToldMessage[]) =>
	[...messages].sort((a, b) => a.item - b.item || a.part - b.part);

/** Every message once, a bad item as a whole. */
function expectComplete(run: PlannedRun, told: ToldMessage[]) {
	const expected = run.items.flatMap((item, index) =>
		Array.from({ length: item.bad ? 1 : partsOf(run, item) }, (_, at) => `${index}.${at + 1}`),
	);
	expect(inOrder(told).map(({ item, part }) => `${item}.${part}`)).toEqual(expected);
}

/** What the node puts out belongs to an item. n8n's own error item, for an expression that failed, does not always. */
function expectPaired({ items }: PlannedRun, told: ToldMessage[]) {
	const unpaired = told.filter(({ isPaired }) => !isPaired);
	expect(unpaired.filter(({ item }) => items[item].bad !== 'broken')).toEqual([]);
}

/** Whether a request is the end of its message, and a bad one. */
function isFinal({ failedDelivery, rateLimitWait }: PlannedRun, { fault }: Request): boolean {
	if (isFailed(fault)) return failedDelivery === 'error';
	if (isThrottled(fault)) return rateLimitWait === 0;
	return fault !== undefined;
}

/** What is told of a message is what LiveDesk has. */
function expectTrue(run: PlannedRun, { item, part, outcome, id }: ToldMessage, sandbox: Sandbox) {
	const key = keyOf(run.name, item, part);
	const copies = messagesOf(sandbox).filter((message) => message.key === key);
	const isThere = id === undefined || copies.some((each) => String(each.id) === String(id));
	const told = { key, outcome, id, copies: copies.map(({ id: each, status }) => [each, status]) };
	expect({ ...told, isThere }).toEqual({ ...told, isThere: true });
	const delivered = copies.filter(({ status }) => status === 'sent');
	switch (outcome) {
		case 'delivered':
			if (run.failedDelivery === 'error') expect(copies.at(-1)?.status).toBe('sent');
			return expect(copies).not.toEqual([]);
		case 'failed':
			return expect(copies).not.toEqual([]);
		case 'refused':
		case 'notSent':
		case 'throttled':
			return expect({ ...told, delivered }).toEqual({ ...told, delivered: [] });
		default:
	}
}
