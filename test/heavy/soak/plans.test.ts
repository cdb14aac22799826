import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { carryOut } from './carryOut';
import { expectRulesKept } from './invariants';
import { MOST_CONVERSATIONS, type PlannedItem, type PlannedRun } from './plan';

const desk = useLiveDesk({ conversations: conversations(MOST_CONVERSATIONS) });

const item: PlannedItem = { conversation: 1, files: 1, faults: [], latencyMs: 0 };
const twoFiles: PlannedItem = { ...item, files: 2 };
const broken: PlannedItem = { ...item, bad: 'broken' };

const run: Omit<PlannedRun, 'name' | 'items'> = {
	sendsFiles: true,
	parallelConversations: 1,
	onError: 'continueRegularOutput',
	tries: 1,
	lostAnswer: 'error',
	failedDelivery: 'error',
	rateLimitWait: 0,
};

// Plans that random ones seldom hit.
test.each([
	['after one of two files', run, [twoFiles, broken]],
	['before one of two files', run, [broken, twoFiles]],
	['with an error output', { ...run, onError: 'continueErrorOutput' as const }, [item, broken]],
])('n8n tells of an item whose expression failed %s', async (_, settings, items) => {
	const plan = { runs: [{ ...settings, items, name: 'a1-' }], retryFaults: [] };
	const results = await carryOut(plan, desk);
	expectRulesKept(plan, results, desk.sandbox);
	const told = [...results[0].items, ...results[0].errorItems];
	expect(told.find(({ error }) => error)?.error?.context).toMatchObject({
		itemIndex: items.indexOf(broken),
	});
});
