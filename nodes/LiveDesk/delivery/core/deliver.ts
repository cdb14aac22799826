import { carryOut, type Message } from './carryOut';
import { messageIdOf, type Ending } from './ending';
import type { Choices } from './memory';
import type { Pass } from './pass';
import type { Run } from './run';
import type { Place } from './summary';

/** What n8n's item asks for. */
export interface Item extends Choices {
	/** Its index, as n8n counts: from 0. */
	index: number;
	/** In the order to send them in. */
	messages: Message[];
	/** Begins with it when its turn has come among others that were to come before; at once without it. */
	inTurn?<T>(begin: () => Promise<T>): Promise<T>;
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
	const begin = async () =>
		await Promise.all(
			messages.map(async (message, part) => await inOrder(message, part, item, run, pass)),
		);
	const endings = await (item.inTurn ? item.inTurn(begin) : begin());
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
				await run.starts.turn();
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
