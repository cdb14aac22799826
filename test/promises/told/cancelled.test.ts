import type { INode } from 'n8n-workflow';
import type { Result } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { pairedWith, pairs } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { failureOf, groups, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(8) });

const title = /^The execution was cancelled before the message was sent \[item \d\]$/;
const proceed = { onError: 'continueRegularOutput' } as const;
const modes: Array<[string, Partial<INode>]> = [
	['Stop', {}],
	['Continue', proceed],
];
const between = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_500 };

async function cancelWhen(happened: () => boolean, execution: ReturnType<typeof desk.start>) {
	await until(happened);
	// By the time that another run is through, n8n has read the responses that were there.
	const node = { credentials: { liveDeskApi: { id: 'another', name: 'Another' } } };
	const items = [8, 8, 8].map((to) => ({ to, text: 'other' }));
	await desk.send({ parameters: perItem(), items, node });
	execution.cancel();
	return await execution.done;
}
const own = () => desk.sandbox.journal.texts().filter((text) => text !== 'other');
const ended = (count: number) => () => desk.sandbox.journal.ends().length === count;
const outcomes = ({ items }: Result) => items.map((item) => failureOf(item)?.outcome);

/** Of three messages, the cancel left two that were not sent. */
function expectTold(result: Result) {
	if (result.items.length === 0) {
		expect(result.error?.message).toMatch(title);
		expect(groups(result)).toEqual({ sent: [0], notSent: [1, 2] });
		expect(result.error?.description).toMatch(/ Sent: item 0\. Not sent: items 1–2\.$/);
	} else {
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
		expect(outcomes(result)).toEqual([undefined, 'notSent', 'notSent']);
		expect(result.items[1].json.message).toMatch(title);
	}
}

describe.each(modes)('with On Error = %s', (_, node) => {
	test('a cancel in a wait for LiveDesk is told', async () => {
		desk.sandbox.script({ content: '1', retryAfter: 3_600 });
		const parameters = perItem({ rateLimitWait: 7_200 });
		const execution = desk.start({ parameters, items: itemsTo(1, 1, 1), node });
		expectTold(await cancelWhen(ended(2), execution));
	});

	test('a cancel in a lane behind another execution is told', async () => {
		desk.sandbox.script({ content: 'first', latencyMs: 1_500 });
		const first = desk.send({ parameters: perItem(), items: [{ to: 1, text: 'first' }] });
		await until(() => desk.sandbox.journal.starts().length === 1);
		const waiting = desk.start({ parameters: perItem(), items: itemsTo(2, 1, 1), node });
		const result = await cancelWhen(() => desk.sandbox.messages(2).length === 1, waiting);
		await first;
		expect(desk.sandbox.journal.texts(1)).toEqual(['first']);
		expectTold(result);
	});

	test('a cancel in a wait for the pace is told', async () => {
		const parameters = perItem({ messagesPerMinute: 1 });
		const execution = desk.start({ parameters, items: itemsTo(1, 2, 3), node });
		const result = await cancelWhen(ended(1), execution);
		expect(own()).toEqual(['0']);
		expectTold(result);
	});
});

test('a cancel between two tries is told, with On Error = Stop', async () => {
	desk.sandbox.script({ content: '1', status: 422, times: 9 });
	const execution = desk.start({ parameters: perItem(), items: itemsTo(1, 1, 1), node: between });
	const result = await cancelWhen(ended(2), execution);
	expect(own()).toEqual(['0', '1']);
	expect(result.error).toBeDefined();
	const { sent, notSent = [], refused = [] } = groups(result);
	expect(sent).toEqual([0]);
	expect([...refused, ...notSent]).toEqual([1, 2]);
});

test('a cancel between two tries is told, with On Error = Continue', async () => {
	desk.sandbox.script({ content: '0', status: 422, times: 9 });
	const node = { ...between, ...proceed };
	const execution = desk.start({ parameters: perItem(), items: itemsTo(1, 1), node });
	const result = await cancelWhen(ended(2), execution);
	expect(own()).toEqual(['0', '1']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1));
	expect(outcomes(result)).toEqual([expect.stringMatching(/^(notSent|refused)$/), undefined]);
});
