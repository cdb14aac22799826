import type { IDataObject } from 'n8n-workflow';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { itemsInTurn, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(60) });

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);

/** With responses this late for each request, as many as may be are under way at once. */
const LATE_MS = 100;

test.each<[string, IDataObject, number, number]>([
	['1', { parallelConversations: 1 }, 1, 3],
	['4', { parallelConversations: 4 }, 4, 5],
	['the default', {}, 10, 11],
	['50', { parallelConversations: 50 }, 50, 51],
])(
	'no more conversations are written to at once than set: %s',
	async (_, options, bound, count) => {
		desk.sandbox.script({ latencyMs: LATE_MS * bound, times: Infinity });
		const result = await desk.send({
			parameters: perItem(options),
			items: itemsInTurn(count, count),
		});
		expect(desk.sandbox.journal.inFlightPeak()).toBe(bound);
		expect(desk.sandbox.journal.starts()).toHaveLength(count);
		expect(pairs(result.items)).toEqual(pairedWith(...indexes(count)));
	},
);

test('the bound holds while messages are sent again', async () => {
	desk.sandbox.script({ retryAfter: 0, times: 3, latencyMs: [0, 5] });
	desk.sandbox.script({ latencyMs: [0, 5], times: Infinity });
	const options = { parallelConversations: 3 };
	const result = await desk.send({ parameters: perItem(options), items: itemsInTurn(40, 20) });
	expect(desk.sandbox.journal.inFlightPeak()).toBe(3);
	expect(desk.sandbox.journal.starts()).toHaveLength(43);
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(40)));
});

test('the bound holds across batches', async () => {
	desk.sandbox.script({ latencyMs: 30, times: Infinity });
	const batch = { batchSize: 2, batchInterval: 1 };
	const more = { requestOptions: { batching: { batch } } };
	const parameters = perItem({ parallelConversations: 3 }, more);
	const result = await desk.send({ parameters, items: itemsInTurn(16, 16) });
	expect(desk.sandbox.journal.inFlightPeak()).toBe(3);
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(16)));
});

test('a conversation with many messages takes only one place', async () => {
	desk.sandbox.script({ latencyMs: 5, times: Infinity });
	const result = await desk.send({ parameters: perItem(), items: itemsInTurn(20, 2) });
	expect(desk.sandbox.journal.inFlightPeak()).toBe(2);
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(20)));
});
