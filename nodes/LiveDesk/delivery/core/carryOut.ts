import { messageIdOf } from './ending';
import type { Known } from './memory';
import type { JsonObject, Outcome } from './outcome';
import type { Pass } from './pass';
import type { Run } from './run';

/** Makes one request; never throws. */
export type Send = () => Promise<Outcome>;

/** One message on its way, whatever it holds. */
export interface Message {
	/** What must stay in order, e.g. the conversation's ID. */
	lane: string;
	/**
	 * The requests that it takes, mostly one: yields each, gets what happened to it, and returns how the whole ended.
	 *
	 * @param notes what an earlier try has noted there
	 */
	steps(notes: JsonObject): Generator<Send, Outcome, Outcome>;
	/** Has LiveDesk retry the message, which it has under this ID; never throws. */
	retry(messageId: string | number): Promise<Outcome>;
}

/**
 * Makes the requests of a message, as long as LiveDesk accepts or refuses them.
 *
 * @returns how it ended; `held` where n8n may have given up on the run, and nothing was sent
 */
export async function carryOut(
	message: Message,
	{ failed, notes }: Known,
	run: Run,
	pass: Pass,
): Promise<Outcome | 'held' | 'notSent'> {
	const messageId = failed && messageIdOf(failed);
	const steps =
		messageId === undefined ? message.steps(notes) : once(() => message.retry(messageId));
	let step = steps.next();
	for (let isFirst = true; !step.done; isFirst = false) {
		const outcome = await untilOutcome(step.value, isFirst, run, pass);
		if (outcome === 'held' || outcome === 'notSent') {
			// Cancelled between two requests: some of it is done.
			return isFirst ? outcome : { kind: 'unknown', cause: { kind: 'cancelled' } };
		}
		if (outcome.kind === 'throttled' || outcome.kind === 'unknown') return outcome;
		step = steps.next(outcome);
	}
	return step.value;
}

function* once(send: Send): Generator<Send, Outcome, Outcome> {
	return yield send;
}

/** Sends, and sends again while LiveDesk throttles and the wait is worth it. */
async function untilOutcome(
	send: Send,
	isFirst: boolean,
	{ backoff, pace, clock }: Run,
	pass: Pass,
): Promise<Outcome | 'held' | 'notSent'> {
	// What has begun is brought to its end, unless the execution is cancelled.
	const mayGo = () => (isFirst ? pass.isOpen() : !pass.isCancelled());
	const isOver = () => !mayGo();
	const amidBatch = () => (isFirst ? pass.amidBatch() : undefined);
	for (;;) {
		const isWorthIt = await backoff.ready(isOver);
		if (isWorthIt) await pace.turn(isOver);
		// Within the lane, since it is over in a moment; what waits for a batch that is late waits outside.
		for (let batch = amidBatch(); batch; batch = amidBatch()) await batch;
		// Asked last before each request.
		if (isFirst && pass.isHeld()) return 'held';
		if (!mayGo()) return 'notSent';
		if (!isWorthIt) return { kind: 'throttled', retryAfterMs: backoff.leftMs() };
		// Closed meanwhile: whoever waits for the gate takes a new turn behind it, so that no burst comes of it.
		if (backoff.leftMs() > 0) continue;

		const sentAt = clock.now();
		const outcome = await send();
		if (outcome.kind === 'throttled') {
			if (backoff.pause(outcome.retryAfterMs, sentAt)) continue;
		} else if (wasAnswered(outcome)) {
			backoff.succeeded();
		}
		return outcome;
	}
}

/** LiveDesk dealt with the request, so it does not throttle any more. */
function wasAnswered(outcome: Outcome): boolean {
	if (outcome.kind === 'refused') return outcome.reply !== undefined;
	return outcome.kind === 'delivered' || outcome.kind === 'failed';
}
