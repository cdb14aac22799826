import type { INode } from 'n8n-workflow';
import type { Result } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { pairedWith, pairs } from '../../support/results';
import { proceed, retryOnFail } from '../../support/settings';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { inTime } from '../support/inTime';
import { failureOf, groups, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(3), OTHER] });

const title = /^The execution was cancelled before the message was sent \[item \d\]$/;
const modes: Array<[string, Partial<INode>]> = [
	['Stop', {}],
	['Continue', proceed],
];

/** Waits until something has happened, and n8n has read the responses that were there. */
async function untilRead(happened: () => boolean) {
	await until(happened);
	await anotherRun(desk);
}

async function cancelWhen(happened: () => boolean, execution: ReturnType<typeof desk.start>) {
	await untilRead(happened);
	execution.cancel();
	return await execution.done;
}
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
		const { start, sandbox } = desk;
		sandbox.script({ content: '1', retryAfter: 3_600 });
		const parameters = perItem({ rateLimitWait: 7_200 });
		const execution = start({ parameters, items: itemsTo(1, 1, 1), node });
		expectTold(await cancelWhen(ended(2), execution));
	});

	test('a cancel in a lane behind another execution is told', async () => {
		const { start, send, sandbox } = desk;
		const { holdUntil, release } = held();
		sandbox.script({ content: 'first', holdUntil });
		const first = send({ parameters: perItem(), items: [{ to: 1, text: 'first' }] });
		await until(() => sandbox.journal.starts().length === 1);
		const waiting = start({ parameters: perItem(), items: itemsTo(2, 1, 1), node });
		await untilRead(() => sandbox.messages(2).length === 1);
		waiting.cancel();
		release();
		const [result] = await Promise.all([waiting.done, first]);
		expect(sandbox.journal.texts(1)).toEqual(['first']);
		expectTold(result);
	});

	test('a cancel in a wait for the pace is told', async () => {
		const parameters = perItem({ messagesPerMinute: 1 });
		const execution = desk.start({ parameters, items: itemsTo(1, 2, 3), node });
		const result = await cancelWhen(ended(1), execution);
		expect(textsOf(desk)).toEqual(['0']);
		expectTold(result);
	});
});

/** Cancels once the first try is over, and before n8n begins with the second. */
async function cancelledBetweenTries(to: number[], failing: string, node: Partial<INode>) {
	const { start, sandbox } = desk;
	return await inTime(async (pauseMs, isOver) => {
		sandbox.reset();
		sandbox.script({ content: failing, status: 422, times: Infinity });
		const tries = { ...retryOnFail, waitBetweenTries: pauseMs, ...node };
		const execution = start({ parameters: perItem(), items: itemsTo(...to), node: tries });
		await untilRead(() => sandbox.journal.ends().length === 2);
		execution.cancel();
		const isLate = isOver();
		const result = await execution.done;
		return isLate ? undefined : result;
	});
}

test('a cancel between two tries is told, with On Error = Stop', async () => {
	const result = await cancelledBetweenTries([1, 1, 1], '1', {});
	expect(textsOf(desk)).toEqual(['0', '1']);
	expect(result.error).toBeDefined();
	const { sent, notSent = [], refused = [] } = groups(result);
	expect(sent).toEqual([0]);
	expect([...refused, ...notSent]).toEqual([1, 2]);
});

test('a cancel between two tries is told, with On Error = Continue', async () => {
	const result = await cancelledBetweenTries([1, 1], '0', proceed);
	expect(textsOf(desk)).toEqual(['0', '1']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1));
	expect(outcomes(result)).toEqual([expect.stringMatching(/^(notSent|refused)$/), undefined]);
});
