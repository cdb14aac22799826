import type { LiveDesk } from '../../../harness/livedesk';
import { itemsTo, perItem } from './texts';

/** A conversation for such runs, which nobody else writes to. */
export const OTHER = { id: 'other' };
const TEXT = 'other';

/**
 * Runs the node once more, three messages one after the other, with another credential. It takes as many turns of the
 * event loop as anything does that needs no time: when it is through, the responses that were there have been read, and
 * whatever was to follow has begun. The sandbox needs the conversation `OTHER`.
 */
export async function anotherRun({ send }: LiveDesk): Promise<void> {
	const items = itemsTo(...Array<string>(3).fill(OTHER.id)).map((item) => ({
		...item,
		text: TEXT,
	}));
	const node = { credentials: { liveDeskApi: { id: 'another', name: 'Another' } } };
	await send({ parameters: perItem(), items, node });
}

/** The texts that arrived, but for those of such runs. */
export const textsOf = ({ sandbox }: LiveDesk): string[] =>
	sandbox.journal.texts().filter((text) => text !== TEXT);
