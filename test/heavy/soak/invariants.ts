import type { Sandbox } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { isFailed, isLost } from './faults';
import { idsOfConversations, messagesOf, requestsOf, type Request } from './journal';
import { keyOf, partsOf, type Plan, type PlannedRun } from './plan';
import { expectAllTold } from './toldInvariants';

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
