import type { IDataObject } from 'n8n-workflow';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { batches, itemsInTurn, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(51), OTHER] });

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each<[string, IDataObject, number, number]>([
	['1', { parallelConversations: 1 }, 1, 3],
	['4', { parallelConversations: 4 }, 4, 5],
	['the default', {}, 10, 11],
	['50', { parallelConversations: 50 }, 50, 51],
])(
	'no more conversations are written to at once than set: %s',
	async (_, options, bound, count) => {
		const { send, sandbox } = desk;
		const { holdUntil, release } = held();
		sandbox.script({ holdUntil, times: bound });
		const sending = send({ parameters: perItem(options), items: itemsInTurn(count, count) });
		await until(() => sandbox.journal.texts().length >= bound);
		await anotherRun(desk);
		expect(textsOf(desk)).toHaveLength(bound);
		release();
		const result = await sending;
		expect(textsOf(desk)).toHaveLength(count);
		expect(pairs(result.items)).toEqual(pairedWith(...indexes(count)));
	},
);

test('the bound holds while messages are sent again', async () => {
	const { send, sandbox } = desk;
	const { holdUntil, release } = held();
	sandbox.script({ retryAfter: 0, times: 3, holdUntil });
	sandbox.script({ latencyMs: [0, 5], times: Infinity });
	const options = { parallelConversations: 3 };
	const sending = send({ parameters: perItem(options), items: itemsInTurn(40, 20) });
	await until(() => sandbox.journal.texts().length === 3);
	release();
	const result = await sending;
	expect(sandbox.journal.inFlightPeak()).toBe(3);
	expect(sandbox.journal.starts()).toHaveLength(43);
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(40)));
});

test('the bound holds across batches', async () => {
	const { send, sandbox } = desk;
	const { holdUntil, release } = held();
	sandbox.script({ holdUntil, times: 3 });
	const parameters = perItem({ parallelConversations: 3 }, batches(2, 1));
	const sending = send({ parameters, items: itemsInTurn(16, 16) });
	// The third comes with the second batch, the rest meanwhile.
	await until(() => sandbox.journal.texts().length >= 3);
	await anotherRun(desk);
	expect(textsOf(desk)).toHaveLength(3);
	release();
	const result = await sending;
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(16)));
});

test('a conversation with many messages takes only one place', async () => {
	const { send, sandbox } = desk;
	const { holdUntil, release } = held();
	sandbox.script({ holdUntil, times: 2 });
	const sending = send({ parameters: perItem(), items: itemsInTurn(20, 2) });
	await until(() => sandbox.journal.texts().length === 2);
	release();
	const result = await sending;
	expect(sandbox.journal.inFlightPeak()).toBe(2);
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(20)));
});
