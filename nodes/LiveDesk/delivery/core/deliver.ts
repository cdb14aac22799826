import { messageIdOf, type Ending } from './ending';
import type { Choices, Known } from './memory';
import type { JsonObject, Outcome } from './outcome';
import type { Pass } from './pass';
import type { Run } from './run';
import type { Place } from './summary';

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

/** What n8n's item asks for. */
export interface Item extends Choices {
	/** Its index, as n8n counts: from 0. */
	index: number;
	/** In the order to send them in. */
	messages: Message[];
	/** Why its input is refused, if it is. */
	invalid?: Ending & { kind: 'invalid' };
}

/**
 * Delivers the messages of one item. What this package promises is here, top to bottom.
 *
 * @returns how each message ended; never throws
 */
export async function deliver(item: Item, run: Run): Promise<{ endings: Ending[]; pass: Pass }> {
	const pass = run.passFor(item.index);
	const { messages, invalid } = item;

	// Nothing is sent before everything is checked.
	const checked = pass.enter(item.index);
	if (invalid) pass.note({ item: item.index }, invalid, true);
	await checked;

	// In order, an item's messages entering their lane together.
	const endings = await Promise.all(
		messages.map(async (message, part) => await inOrder(message, part, item, run, pass)),
	);
	pass.settle();
	return { endings: invalid ? [invalid] : endings, pass };
}

async function inOrder(
	message: Message,
	part: number,
	item: Item,
	run: Run,
	pass: Pass,
): Promise<Ending> {
	const key = `${item.index}.${part}`;
	const end = (ending: Ending) => {
		pass.note(placeOf(item, part, ending), ending, isFailure(ending, item));
		return ending;
	};
	for (;;) {
		const ending = await run.lanes.inOrder(run.laneOf(message.lane), async () => {
			// Never twice: what an earlier try has brought to its end is done.
			const known = run.memory.of(key);
			if (known.ending) return end(known.ending);
			// At once: in a wait for a slot or a turn, the message before it, held as well, could come in behind it.
			if (pass.isHeld()) return undefined;
			// Bounded across lanes. Stop means stop: the ending is noted while lane and slot are held.
			return await run.slots.inSlot(async () => {
				const outcome = await carryOut(message, known, run, pass);
				if (outcome === 'held') return undefined;
				if (outcome !== 'notSent') return end(run.memory.remember(key, outcome, item));
				return end(known.failed ?? known.lost ?? notSent(pass));
			});
		});
		// Held outside of the lane: a run that n8n has given up on must not keep others from theirs.
		if (ending) return ending;
		await pass.released();
	}
}

/** Makes the requests of a message, as long as LiveDesk accepts or refuses them. */
async function carryOut(
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
	for (;;) {
		const isWorthIt = await backoff.ready(isOver);
		if (isWorthIt) await pace.turn(isOver);
		// Asked last before each request.
		if (isFirst && pass.isHeld()) return 'held';
		if (!mayGo()) return 'notSent';
		if (!isWorthIt) return { kind: 'throttled' };
		// Closed meanwhile: whoever waits for the gate takes a new turn behind it, so that no burst comes of it.
		if (!backoff.isOpen()) continue;

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

const notSent = (pass: Pass): Ending =>
	pass.isCancelled() ? { kind: 'notSent', isCancelled: true } : { kind: 'notSent' };

const isFailure = ({ kind }: Ending, { acceptsFailed }: Item): boolean =>
	kind !== 'delivered' && kind !== 'notSent' && !(kind === 'failed' && acceptsFailed);

function placeOf({ index, messages }: Item, part: number, ending: Ending): Place {
	const messageId = messageIdOf(ending);
	return {
		item: index,
		...(messages.length > 1 ? { part: part + 1, parts: messages.length } : {}),
		...(messageId === undefined ? {} : { messageId }),
	};
}
