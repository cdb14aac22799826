import type { Message, Sandbox } from '../../sandbox';
import { toldBy, type Told } from './told';
import type { Result } from '../support/livedesk';
import { isLost, MOST_CONVERSATIONS, type Fault, type Plan } from './plan';

interface Request {
	index: number;
	isRetry: boolean;
	conversation: string;
	/** What went wrong with it, if anything. */
	fault?: Fault;
	/** Whether LiveDesk answered it with the message, and the message is on its way. */
	isDelivered: boolean;
}

const indexesOf = (plan: Plan) => plan.items.map((_, index) => index);
const idsOfConversations = Array.from({ length: MOST_CONVERSATIONS }, (_, index) => index + 1);

function messagesOf(sandbox: Sandbox): Message[] {
	return idsOfConversations.flatMap((id) => sandbox.messages(id));
}

/** The requests of a run in order, each with what it was about. */
function requestsOf(plan: Plan, sandbox: Sandbox): Request[] {
	const messages = messagesOf(sandbox);
	const ends = new Map(sandbox.journal.ends().map(({ request, status }) => [request, status]));
	const nth = new Map<string, number>();
	const next = (key: string) => {
		nth.set(key, (nth.get(key) ?? 0) + 1);
		return (nth.get(key) ?? 1) - 1;
	};
	return sandbox.journal.starts().flatMap((start) => {
		const { kind, conversation = '', messageId, request } = start;
		const isRetry = kind === 'retry';
		const text = isRetry
			? messages.find(({ id }) => String(id) === messageId)?.content
			: (start.body as { content: string } | undefined)?.content;
		const index = Number(text ?? Number.NaN);
		const faults: Fault[] = isRetry
			? plan.retryFaults
					.filter((each) => String(each.conversation) === conversation)
					.map(({ fault }) => fault)
			: (plan.items[index]?.faults ?? []);
		const fault = faults[next(isRetry ? `retry ${conversation}` : `POST ${index}`)];
		return [
			{ index, isRetry, conversation, fault, isDelivered: ends.get(request) === 200 && !fault },
		];
	});
}

/** @throws what the run broke of the rules of delivery */
export function expectRulesKept(plan: Plan, result: Result, sandbox: Sandbox): void {
	const requests = requestsOf(plan, sandbox);
	expect(peakOf(sandbox)).toBeLessThanOrEqual(plan.parallelConversations);
	for (const id of idsOfConversations) expectInOrder(plan, sandbox, requests, String(id));
	for (const index of indexesOf(plan)) expectNotTwice(plan, sandbox, requests, index);
	expectNothingBadSent(plan, requests);
	expectAllTold(plan, result, sandbox, requests);
}

/** The largest number of requests that were under way at once in the conversations of the plan. */
function peakOf({ journal }: Sandbox): number {
	let inFlight = 0;
	return Math.max(
		0,
		...journal.entries.map(({ phase }) => (inFlight += phase === 'START' ? 1 : -1)),
	);
}

/** One after the other; a message again only before those after it, or in a later try of n8n. */
function expectInOrder(plan: Plan, sandbox: Sandbox, requests: Request[], id: string) {
	const phases = sandbox.journal.entries
		.filter(({ conversation }) => conversation === id)
		.map(({ phase }) => phase);
	expect(phases).toEqual(phases.map((_, at) => (at % 2 === 0 ? 'START' : 'END')));
	const indexes = requests
		.filter(({ conversation }) => conversation === id)
		.map(({ index }) => index);
	const sent = plan.onError === 'stopWorkflow' ? indexes : [...new Set(indexes)];
	expect(sent).toEqual([...sent].sort((a, b) => a - b));
}

/** Nothing follows a delivery, nor a lost answer unless the user wants that; a failed message is only retried. */
function expectNotTwice(plan: Plan, sandbox: Sandbox, requests: Request[], index: number) {
	const own = requests.filter((request) => request.index === index);
	const after = (isIt: (request: Request) => boolean) => {
		const at = own.findIndex(isIt);
		return at < 0 ? [] : own.slice(at + 1);
	};
	expect(after(({ isDelivered }) => isDelivered)).toEqual([]);
	if (plan.lostAnswer === 'error')
		expect(after(({ fault }) => !!fault && isLost(fault))).toEqual([]);
	const afterFailed = after(({ fault, isRetry }) => fault === 'failed' && !isRetry);
	if (plan.failedDelivery === 'output') expect(afterFailed).toEqual([]);
	else expect(afterFailed.filter(({ isRetry }) => !isRetry)).toEqual([]);

	const lost = plan.items[index].faults.filter(isLost).length;
	const copies = messagesOf(sandbox).filter(({ content }) => content === String(index)).length;
	expect(copies).toBeLessThanOrEqual(plan.lostAnswer === 'resend' ? 1 + lost : 1);
}

function expectNothingBadSent(plan: Plan, requests: Request[]) {
	const bad = indexesOf(plan).filter((index) => plan.items[index].bad);
	expect(requests.filter(({ index }) => bad.includes(index) || Number.isNaN(index))).toEqual([]);
	// Without batches, one bad item keeps all of them back.
	if (plan.onError === 'stopWorkflow' && bad.length > 0 && !plan.batch)
		expect(requests).toEqual([]);
}

/** Every item is in the output, in the error output, or in the summary; and what they say is true. */
function expectAllTold(plan: Plan, result: Result, sandbox: Sandbox, requests: Request[]) {
	const { items, error } = result;
	const isBroken = plan.items.some(({ bad }) => bad === 'broken');
	if (error && isBroken && !error.context?.summary) {
		// n8n's own error, about an expression: the node was left alone.
		return expect(error.message).toMatch(/^Referenced node doesn't exist/);
	}
	const told = toldBy(result);
	const { delivered, failed, notSent, nameless } = told;
	const all = [...delivered.keys(), ...failed.keys(), ...notSent].sort((a, b) => a - b);
	expect(new Set(all).size).toBe(all.length);
	expect(all.length + nameless).toBe(plan.items.length);
	if (nameless > 0) expect(plan.onError).toBe('continueErrorOutput');
	expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
		[...items.keys()].map((at) => all.filter((index) => !isApart(plan, told, index))[at]),
	);
	for (const [index, id] of delivered) expectDelivered(plan, sandbox, index, id);
	for (const index of notSent) expectNotDelivered(sandbox, index);
	for (const [index, outcome] of failed) {
		if (outcome === 'refused' || outcome === 'throttled') expectNotDelivered(sandbox, index);
	}
	// With one at a time, a stop is strict: nothing follows the first failure.
	if (error && plan.parallelConversations === 1 && plan.tries === 1) {
		const failures = requests.filter((request) => isFinal(plan, request));
		expect(failures).toEqual(failures.length > 0 ? requests.slice(-1) : []);
	}
}

/** Whether a request is the end of its message, and a bad one. */
function isFinal({ failedDelivery, rateLimitWait }: Plan, { fault }: Request): boolean {
	if (fault === 'failed') return failedDelivery === 'error';
	if (fault === 'throttled' || fault === 'busy') return rateLimitWait === 0;
	return fault !== undefined;
}

const isApart = (plan: Plan, told: Told, index: number) =>
	plan.onError === 'continueErrorOutput' && told.failed.has(index);

function expectDelivered(plan: Plan, sandbox: Sandbox, index: number, id: unknown) {
	const copies = messagesOf(sandbox).filter(({ content }) => content === String(index));
	const message = copies.at(-1);
	if (id !== undefined) expect(copies.map((each) => each.id)).toContain(id);
	expect(message?.status).toEqual(plan.failedDelivery === 'output' ? expect.any(String) : 'sent');
}

function expectNotDelivered(sandbox: Sandbox, index: number) {
	const copies = messagesOf(sandbox).filter(({ content }) => content === String(index));
	expect(copies.filter(({ status }) => status === 'sent')).toEqual([]);
}
