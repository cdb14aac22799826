import type { Tally } from '../failures/tally';
import type { Outcome } from './outcome';
import type { Round } from './round';
import type { Ending, Run } from './run';

/** One message on its way, whatever it holds. */
export interface Message {
	/** What must stay in order, e.g. the conversation's ID. */
	lane: string;
	/**
	 * Makes one request; never throws.
	 *
	 * @param messageId where LiveDesk has the message already and shall retry it
	 */
	send(messageId?: string | number): Promise<Outcome>;
}

/** The messages of one item. */
export interface Parcel {
	/** The item's index. */
	index: number;
	/** In the order to send them in. */
	messages: Message[];
	/** Why the item's input is refused, if it is. */
	invalid?: Ending & { kind: 'invalid' };
	/** If Delivery Fails = Output the Message. */
	acceptsFailed: boolean;
	/** If the Answer Is Lost = Send Again. */
	resendsLost: boolean;
}

/**
 * Delivers the messages of one item. What this package promises stands here, top to bottom.
 *
 * @returns how each message ended; never throws
 */
export async function deliver(
	parcel: Parcel,
	run: Run,
): Promise<{ endings: Ending[]; round: Round }> {
	const { index, messages, invalid } = parcel;
	const round = run.roundFor(index);

	// Nothing is sent before everything is checked.
	await round.admit(index, invalid !== undefined);

	const endings: Ending[] = invalid ? [invalid] : [];
	// In order within an item, its messages entering their lane together.
	const entered = messages.map(async (message, part) => {
		endings[part] = await deliverMessage(message, `${index}.${part}`, parcel, run, round);
	});
	await Promise.all(entered);
	round.settle(index, markOf(endings));
	return { endings, round };
}

async function deliverMessage(
	message: Message,
	key: string,
	parcel: Parcel,
	run: Run,
	round: Round,
): Promise<Ending> {
	// In order within the lane.
	return await run.lanes.inOrder(message.lane, async () => {
		// Never twice: what an earlier try delivered is done.
		const known = run.memoryOf(key)?.ending;
		if (known) return stopIfFailed(known, round);
		// Bounded across lanes.
		return await run.slots.inSlot(async () =>
			stopIfFailed(await untilOutcome(message, key, parcel, run, round), round),
		);
	});
}

/** Before lane and slot go to the next message: stop means stop. */
function stopIfFailed(ending: Ending, round: Round): Ending {
	if (ending.kind !== 'delivered' && ending.kind !== 'notSent') round.fail();
	return ending;
}

/** Sends, and sends again while LiveDesk throttles and the wait is worth it. */
async function untilOutcome(
	message: Message,
	key: string,
	parcel: Parcel,
	run: Run,
	round: Round,
): Promise<Ending> {
	for (;;) {
		await run.backoff.ready();
		await round.cleared();
		// Asked last before each request; a cancelled execution stops here too.
		// What a try before may have delivered is not "not sent" for that.
		if (!round.mayGo()) return run.memoryOf(key)?.lost ?? { kind: 'notSent' };

		const sentAt = run.clock.now();
		const outcome = await message.send(run.memoryOf(key)?.messageId);
		if (outcome.kind === 'throttled') {
			if (run.backoff.pause(outcome.retryAfterMs, sentAt)) continue;
		} else if (wasAnswered(outcome)) {
			run.backoff.succeeded();
		}
		return run.remember(key, acceptedBy(parcel, outcome), parcel.resendsLost);
	}
}

/** LiveDesk dealt with the request, so it does not throttle any more. */
function wasAnswered(outcome: Outcome): boolean {
	if (outcome.kind === 'refused') return outcome.reply !== undefined;
	return outcome.kind === 'delivered' || outcome.kind === 'failed';
}

/** A message that the channel refused is a result like any other, where the user wants to see it in the output. */
function acceptedBy(parcel: Parcel, outcome: Outcome): Outcome {
	return outcome.kind === 'failed' && parcel.acceptsFailed
		? { ...outcome, kind: 'delivered' }
		: outcome;
}

function markOf(endings: Ending[]): keyof Tally {
	const kinds = endings.map(({ kind }) => kind);
	if (kinds.some((kind) => kind !== 'delivered' && kind !== 'notSent')) return 'failed';
	if (!kinds.includes('notSent')) return 'sent';
	return kinds.includes('delivered') ? 'partlySent' : 'notSent';
}
