import type { Outcome } from './outcome';
import type { Round } from './round';
import type { Ending, Run } from './run';

/** One message on its way, whatever it holds. */
export interface Parcel {
	/** The item's index. */
	index: number;
	/** What must stay in order, e.g. the conversation's ID. */
	lane: string;
	/** Why its input is refused, if it is. */
	invalid?: Ending & { kind: 'invalid' };
	/** If Delivery Fails = Output the Message. */
	acceptsFailed: boolean;
	/** If the Answer Is Lost = Send Again. */
	resendsLost: boolean;
	/**
	 * Makes one request; never throws.
	 *
	 * @param resendId the message's ID where LiveDesk has it already and shall retry it
	 */
	send(resendId?: string): Promise<Outcome>;
}

/**
 * Delivers one message. What this package promises stands here, top to bottom.
 *
 * @returns how it ended; never throws
 */
export async function deliver(parcel: Parcel, run: Run): Promise<{ ending: Ending; round: Round }> {
	const { index, lane, invalid } = parcel;
	const round = run.roundFor(index);
	const settle = (ending: Ending) => (round.settle(index, markOf(ending)), ending);

	// Nothing is sent before everything is checked.
	await round.admit(index, invalid !== undefined);
	if (invalid) return { ending: settle(invalid), round };

	const ending = await run.lanes.inOrder(lane, async () => {
		// Never twice: what an earlier try delivered is done.
		const known = run.memoryOf(index)?.ending;
		if (known) return settle(known);
		// In order within the lane, bounded across lanes.
		return await run.slots.inSlot(async () => settle(await untilOutcome(parcel, run, round)));
	});
	return { ending, round };
}

/** Sends, and sends again while LiveDesk throttles and the wait is worth it. */
async function untilOutcome(parcel: Parcel, run: Run, round: Round): Promise<Ending> {
	for (;;) {
		await run.backoff.ready();
		// Stop means stop, and so does cancel: asked last before each request.
		if (!round.mayGo()) return { kind: 'notSent' };

		const sentAt = run.clock.now();
		const outcome = await parcel.send(run.memoryOf(parcel.index)?.resendId);
		if (outcome.kind === 'throttled') {
			if (run.backoff.pause(outcome.retryAfterMs, sentAt)) continue;
		} else if (outcome.kind === 'delivered' || outcome.kind === 'failed') {
			run.backoff.succeeded();
		}
		const accepted = acceptedBy(parcel, outcome);
		run.remember(parcel.index, accepted, parcel.resendsLost);
		return accepted;
	}
}

/** A message that the channel refused is a result like any other, where the user wants to see it in the output. */
function acceptedBy(parcel: Parcel, outcome: Outcome): Outcome {
	return outcome.kind === 'failed' && parcel.acceptsFailed
		? { ...outcome, kind: 'delivered' }
		: outcome;
}

function markOf({ kind }: Ending) {
	if (kind === 'delivered') return 'sent';
	return kind === 'notSent' ? 'notSent' : 'failed';
}
