import type { Result } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import {
	batches,
	failureOf,
	groups,
	itemsInTurn,
	itemsTo,
	perItem,
	retryOnFail,
} from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(10) });

const stop = {};
const proceed = { onError: 'continueRegularOutput' } as const;
const modes = [
	['Stop', stop],
	['Continue', proceed],
	['Continue (using error output)', { onError: 'continueErrorOutput' } as const],
] as const;

/** By the time that another run is through, whatever was to follow has begun. */
async function anotherRun() {
	const other = itemsTo(10, 10, 10).map((item) => ({ ...item, text: 'other' }));
	await desk.send({ parameters: perItem(), items: other });
}

const textsOfTheRun = () => desk.sandbox.journal.texts().filter((text) => text !== 'other');

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
		desk.sandbox.script({ latencyMs: 150, times: 3 });
		const parameters = perItem({ parallelConversations: 3 });
		const execution = desk.start({ parameters, items: itemsInTurn(27, 9), node });
		await until(() => desk.sandbox.journal.texts().length === 3);
		execution.cancel();
		const result = await execution.done;
		expect(result.run.status).not.toBe('success');
		expectToldAsUnknown(result);
		await until(() => desk.sandbox.journal.ends().length === 3);
		await anotherRun();
		expect(textsOfTheRun()).toEqual(['0', '1', '2']);
	});

	test('a wait for LiveDesk ends, and nothing is sent after it', async () => {
		desk.sandbox.script({ retryAfter: 3_600, times: 2 });
		const parameters = perItem({ parallelConversations: 2, rateLimitWait: 7_200 });
		const execution = desk.start({ parameters, items: itemsInTurn(8, 8), node });
		await until(() => desk.sandbox.journal.ends().length === 2);
		execution.cancel();
		await execution.done;
		await anotherRun();
		expect(textsOfTheRun()).toEqual(['0', '1']);
	});
});

test('a cancel between two batches keeps the next from being sent', async () => {
	const parameters = perItem({}, batches(2, 200));
	const execution = desk.start({ parameters, items: itemsInTurn(6, 6) });
	await until(() => desk.sandbox.journal.ends().length === 2);
	execution.cancel();
	await execution.done;
	await anotherRun();
	expect(textsOfTheRun().sort()).toEqual(['0', '1']);
});

test('a cancel between two tries keeps the next from sending', async () => {
	desk.sandbox.script({ content: '0', status: 422 });
	const node = { ...retryOnFail, waitBetweenTries: 200 };
	const execution = desk.start({ parameters: perItem(), items: itemsTo(1, 1), node });
	await until(() => desk.sandbox.journal.ends().length === 1);
	execution.cancel();
	await execution.done;
	await anotherRun();
	expect(textsOfTheRun()).toEqual(['0']);
});
