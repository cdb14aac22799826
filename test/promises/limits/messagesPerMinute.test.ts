import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(4) });

test('Messages per Minute keeps the starts of all conversations together apart', async () => {
	const { send, sandbox } = desk;
	// What n8n loads with its first run is no part of the time.
	await send({ parameters: perItem(), items: itemsTo(1) });
	sandbox.reset();
	// Slow enough that the time until the first start is little beside it.
	const perMinute = 240;
	const parameters = perItem({ messagesPerMinute: perMinute });
	const before = performance.now();
	await send({ parameters, items: itemsTo(1, 2, 3, 4, 1) });
	const arrivals = sandbox.journal.starts().map(({ at }) => at - before);
	expect(arrivals).toHaveLength(5);
	// A request arrives after its start, however much later: so only the time since the beginning is sure.
	for (const [index, at] of arrivals.entries()) {
		expect(at).toBeGreaterThanOrEqual((index * 60_000) / perMinute);
	}
});
