import type { INodeExecutionData } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { anotherRun } from '../support/anotherRun';
import { failedItem, groups, itemsTo, perItem } from '../support/texts';

const OTHER = 8;
const desk = useLiveDesk({ conversations: conversations(OTHER) });
const busy = '131016: Service unavailable';

describe('the error of On Error = Stop', () => {
	test('tells of every message that was under way, whatever became of it', async () => {
		const { send, sandbox } = desk;
		const [refusal, { holdUntil, release }] = [held(), held()];
		sandbox.script({ content: '0', status: 422, holdUntil: refusal.holdUntil });
		sandbox.script({ content: '1', drop: 'after-body', holdUntil });
		sandbox.script({ content: '2', failed: busy, holdUntil });
		sandbox.script({ content: '3', status: 200, holdUntil });
		sandbox.script({ content: '4', status: 200, holdUntil });
		const parameters = perItem({ parallelConversations: 5 });
		const sending = send({ parameters, items: itemsTo(1, 2, 3, 4, 5, 1, 6) });
		await until(() => sandbox.journal.texts().length === 5);
		refusal.release();
		await until(() => sandbox.journal.ends().length === 1);
		await anotherRun(desk, OTHER);
		release();
		const result = await sending;
		const [{ id }] = sandbox.messages(3);
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

	test('tells of each file of a single item', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ conversation: 1, status: 200 });
		sandbox.script({ conversation: 1, status: 422 });
		const file = { data: 'YWJj', mimeType: 'text/plain' };
		const item: INodeExecutionData = { json: {}, binary: { a: file, b: file, c: file } };
		const result = await send({
			parameters: {
				operation: 'sendAttachment',
				conversationId: byId(1),
				binaryPropertyName: 'a,b,c',
				options: { oneFilePerMessage: true },
			},
			items: [item],
		});
		expect(groups(result)).toEqual({ sent: ['0.1'], refused: ['0.2'], notSent: ['0.3'] });
		expect(result.error?.message).toMatch(/ \[item 0, file 2 of 3\]$/);
		expect(result.error?.description).toMatch(
			/ Sent of item 0: file 1\. Not sent: file 3\. Refused: file 2\.$/,
		);
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
