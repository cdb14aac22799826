import { until } from '../../../harness/until';
import type { TroubleRule } from '../../../sandbox';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { OTHER } from '../support/anotherRun';
import { failingFirst } from '../support/failingFirst';
import { failedItem, groups, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(6), OTHER] });
const busy = '131016: Service unavailable';

describe('the error of On Error = Stop', () => {
	test('tells of every message that was under way, whatever became of it', async () => {
		const others: TroubleRule[] = [
			{ content: '1', drop: 'after-body' },
			{ content: '2', failed: busy },
			{ times: 2 },
		];
		const parameters = perItem({ parallelConversations: 5 });
		const options = { parameters, items: itemsTo(1, 2, 3, 4, 5, 1, 6) };
		const result = await failingFirst(desk, { content: '0' }, others, options);
		const [{ id }] = desk.sandbox.messages(3);
		expect(failedItem(result)).toBe(0);
		expect(groups(result)).toEqual({
			sent: [3, 4],
			mayHaveArrived: [1],
			notDelivered: [`2 (${id})`],
			refused: [0],
			notSent: [5, 6],
		});
		expect(result.error?.description).toContain(
			`Sent: items 3–4. May have arrived: item 1. LiveDesk has it, but the channel did not deliver it: item 2 (message ${id}). Refused: item 0. Not sent: items 5–6.`,
		);
	});

	test('tells of a failed message, where such messages are to be put out', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ content: '0', failed: busy });
		sandbox.script({ content: '1', status: 422 });
		const parameters = perItem({ failedDelivery: 'output' });
		const result = await send({ parameters, items: itemsTo(1, 1, 1) });
		const [{ id }] = sandbox.messages(1);
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ notDelivered: [`0 (${id})`], refused: [1], notSent: [2] });
		expect(result.error?.description).toContain(`item 0 (message ${id})`);
	});

	test('tells of many messages in a text that stays short, and in data that are whole', async () => {
		const { start, sandbox } = desk;
		const count = 200;
		const items = itemsTo(...Array.from({ length: count }, (_, index) => 1 + (index % 2)));
		// Those to conversation 1 wait for the first, so that every other item is not sent.
		sandbox.script({ content: '0', holdUntil: held().holdUntil });
		const execution = start({ parameters: perItem(), items });
		await until(() => sandbox.messages(2).length === count / 2);
		execution.cancel();
		const result = await execution.done;
		expect(result.error?.description?.length).toBeLessThan(1_000);
		const { sent, mayHaveArrived, notSent } = groups(result);
		// n8n may not yet have read the last response when the execution is cancelled.
		expect(sent.length).toBeGreaterThanOrEqual(count / 2 - 1);
		expect(mayHaveArrived).toContain(0);
		expect([...sent, ...mayHaveArrived, ...notSent]).toHaveLength(count);
	});
});
