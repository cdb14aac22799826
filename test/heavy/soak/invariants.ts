import type { Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { idsOfConversations, messagesOf, requestsOf, type Request } from './journal';
import { isFailed, isLost, isThrottled, keyOf, partsOf, type Plan, type PlannedRun } from './plan';
import { toldBy, type ToldMessage } from './told';

/** @throws what the executions broke of the rules of delivery */
export function expectRulesKept(plan: Plan, results: Result[], sandbox: Sandbox): void {
	const requests = requestsOf(plan, sandbox);
	expect(requests.filter(({ run }) => run === '')).toEqual([]);
	expectBounded(plan, sandbox);
	for (const id of idsOfConversations) {
		expectInOrder(
			plan,
			requests.filter(({ conversation }) => conversation === String(id)),
		);
	}
	plan.runs.forEach((run, at) => {
		const own = requests.filter((request) => request.run === run.name);
		for (const key of keysOf(run)) expectNotTwice(run, sandbox, own, key);
		expectNothingBadSent(run, own);
		expectAllTold(run, results[at], sandbox, own);
	});
}

const keysOf = (run: PlannedRun) =>
	run.items.flatMap((item, index) =>
		Array.from({ length: partsOf(run, item) }, (_, at) => keyOf(run.name, index, at + 1)),
	);

/** Bounded across conversations, and one after the other within one. */
function expectBounded({ runs }: Plan, { journal }: Sandbox) {
	// n8n breaks off what is under way when it is cancelled; the server may still be at it when the next comes.
	if (runs.some(({ cancelAt }) => cancelAt !== undefined)) return;
	let inFlight = 0;
	const levels = journal.entries.map(({ phase }) => (inFlight += phase === 'START' ? 1 : -1));
	const bound = runs.reduce((sum, run) => sum + run.parallelConversations, 0);
	expect(Math.max(0, ...levels)).toBeLessThanOrEqual(bound);
	for (const id of idsOfConversations) {
		const phases = journal.entries
			.filter(({ conversation }) => conversation === String(id))
			.map(({ phase }) => phase);
		expect(phases).toEqual(phases.map((_, at) => (at % 2 === 0 ? 'START' : 'END')));
	}
}

/** Each run's messages in order; one again only before those after it, or in a later try of n8n. */
function expectInOrder({ runs }: Plan, requests: Request[]) {
	for (const { name, onError, tries, batch } of runs) {
		const own = requests.filter(({ run }) => run === name);
		const places = own.map(({ item, part }) => item * 10 + part);
		const sent = onError === 'stopWorkflow' ? places : [...new Set(places)];
		expect(sent).toEqual([...sent].sort((a, b) => a - b));
		// A run's messages together; n8n enters those of another batch or try later.
		if (tries > 1 || batch) continue;
		const at = requests.flatMap(({ run }, index) => (run === name ? [index] : []));
		expect(at).toEqual(at.map((_, index) => at[0] + index));
	}
}

/** Nothing follows a delivery, nor a lost response unless the user wants that; a failed message is only retried. */
function expectNotTwice(run: PlannedRun, sandbox: Sandbox, requests: Request[], key: string) {
	const own = requests.filter((request) => request.key === key);
	const after = (isIt: (request: Request) => boolean) => {
		const at = own.findIndex(isIt);
		return at < 0 ? [] : own.slice(at + 1);
	};
	const hasLost = ({ fault }: Request) => fault !== undefined && isLost(fault);
	expect(after(({ isDelivered }) => isDelivered)).toEqual([]);
	if (run.lostAnswer === 'error') expect(after(hasLost)).toEqual([]);
	expect(after((request) => request.isRetry && hasLost(request))).toEqual([]);
	expect(after(({ fault }) => fault === 'hopeless')).toEqual([]);
	const afterFailed = after(({ fault, isRetry }) => isFailed(fault) && !isRetry);
	if (run.failedDelivery === 'output') expect(afterFailed).toEqual([]);
	else expect(afterFailed.filter(({ isRetry }) => !isRetry)).toEqual([]);

	const lost = own.filter((request) => !request.isRetry && hasLost(request)).length;
	const copies = messagesOf(sandbox).filter((message) => message.key === key);
	const most = run.lostAnswer === 'resend' ? 1 + lost : 1;
	expect({ key, own, tooMany: copies.slice(most) }).toEqual({ key, own, tooMany: [] });
}

function expectNothingBadSent(run: PlannedRun, requests: Request[]) {
	const bad = [...run.items.keys()].filter((index) => run.items[index].bad);
	expect(requests.filter(({ item }) => bad.includes(item))).toEqual([]);
	// Without batches, one bad item keeps all of them back.
	if (run.onError === 'stopWorkflow' && bad.length > 0 && !run.batch) expect(requests).toEqual([]);
}

/** Every message is in the output, in the error output, or in the summary; and what they say is true. */
function expectAllTold(run: PlannedRun, result: Result, sandbox: Sandbox, requests: Request[]) {
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
