import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(4) });

test('Messages per Minute keeps the starts of all conversations together apart', async () => {
	const perMinute = 600;
	const parameters = perItem({ messagesPerMinute: perMinute });
	await desk.send({ parameters, items: itemsTo(1, 2, 3, 4, 1, 2) });
	const starts = desk.sandbox.journal.starts().map(({ at }) => at);
	expect(starts).toHaveLength(6);
	// The clock that counts is the node's: between it and the journal is the way of a request.
	expect(starts[5] - starts[0]).toBeGreaterThan((5 * 60_000) / perMinute - 60);
});
