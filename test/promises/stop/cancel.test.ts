import type { Result } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed, retryOnFail } from '../../support/settings';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';
import { inTime } from '../support/inTime';
import { batches, failureOf, groups, itemsInTurn, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(9), OTHER] });

const modes = [
	['Stop', {}],
	['Continue', proceed],
	['Continue (using error output)', divert],
] as const;

/** n8n breaks off what is under way when it is cancelled: messages 0 to 2 may have arrived. */
function expectToldAsUnknown(result: Result) {
	const { items, errorItems, error } = result;
	const told = [...items, ...errorItems];
	const kept = Array.from({ length: 24 }, (_, index) => index + 3);
	if (told.length > 0) {
		expect(pairs(told)).toEqual(pairedWith(0, 1, 2, ...kept));
		expect(told.map((item) => failureOf(item)?.outcome)).toEqual([
			...Array<string>(3).fill('unknown'),
			...Array<string>(24).fill('notSent'),
		]);
	} else {
		expect(error?.description).toMatch(/^The message may have arrived/);
		expect(groups(result)).toEqual({ mayHaveArrived: [0, 1, 2], notSent: kept });
	}
}

describe.each(modes)('with On Error = %s', (_, node) => {
	test('nothing is sent after a cancel but what was under way', async () => {
		const { start, sandbox } = desk;
		// For good: n8n breaks them off.
		sandbox.script({ holdUntil: held().holdUntil, times: 3 });
		const parameters = perItem({ parallelConversations: 3 });
		const execution = start({ parameters, items: itemsInTurn(27, 9), node });
		await until(() => sandbox.journal.texts().length === 3);
		execution.cancel();
		const result = await execution.done;
		expect(result.run.status).not.toBe('success');
		expectToldAsUnknown(result);
		await until(() => sandbox.journal.ends().length === 3);
		await anotherRun(desk);
		expect(textsOf(desk).sort()).toEqual(['0', '1', '2']);
	});

	test('a wait for LiveDesk ends, and nothing is sent after it', async () => {
		const { start, sandbox } = desk;
		sandbox.script({ retryAfter: 3_600, times: 2 });
		const parameters = perItem({ parallelConversations: 2, rateLimitWait: 7_200 });
		const execution = start({ parameters, items: itemsInTurn(8, 8), node });
		await until(() => sandbox.journal.ends().length === 2);
		execution.cancel();
		await execution.done;
		await anotherRun(desk);
		expect(textsOf(desk).sort()).toEqual(['0', '1']);
	});
});

test('a cancel between two batches keeps the next from being sent', async () => {
	const { start, sandbox } = desk;
	await inTime(async (pauseMs, isOver) => {
		sandbox.reset();
		const parameters = perItem({}, batches(2, pauseMs));
		const execution = start({ parameters, items: itemsInTurn(6, 6) });
		await until(() => sandbox.journal.ends().length === 2);
		execution.cancel();
		const isLate = isOver();
		const ended = await execution.done;
		return isLate ? undefined : ended;
	});
	await anotherRun(desk);
	expect(textsOf(desk).sort()).toEqual(['0', '1']);
});

test('a cancel between two tries keeps the next from sending', async () => {
	const { start, sandbox } = desk;
	sandbox.script({ content: '0', status: 422 });
	const node = { ...retryOnFail, waitBetweenTries: 200 };
	const execution = start({ parameters: perItem(), items: itemsTo(1, 1), node });
	await until(() => sandbox.journal.ends().length === 1);
	execution.cancel();
	await execution.done;
	await anotherRun(desk);
	expect(textsOf(desk)).toEqual(['0']);
});
