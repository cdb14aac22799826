import type { INode } from 'n8n-workflow';
import type { Summary } from '../../../nodes/LiveDesk/delivery/core/summary';
import type { Result } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { contents, failedItem, failureOf, itemsTo, perItem } from '../support/texts';
import { faults } from './faults';
import { foresee, isFailure, type Foreseen, type Plan } from './oracle';

const COUNT = 4;
const indexes = Array.from({ length: COUNT }, (_, index) => index);
const desk = useLiveDesk({ conversations: conversations(COUNT) });

const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const layouts = [
	{ layout: 'one conversation', atOnce: false },
	{ layout: 'many conversations', atOnce: true },
];
const retries = [
	{ retry: 'off', tries: 1, places: [2] },
	// After Continue, n8n tries again only for the first item.
	{ retry: 'on', tries: 3, places: [0, 2] },
];
const table = faults.flatMap((fault) =>
	layouts.flatMap((layout) =>
		retries.flatMap(({ places, ...retry }) =>
			places.map((faulty) => ({ fault, faulty, ...layout, ...retry })),
		),
	),
);

async function run(plan: Plan, onError: INode['onError']): Promise<Result> {
	const { fault, faulty, atOnce, tries } = plan;
	for (const rule of fault.script) {
		desk.sandbox.script(rule.kind === 'retry' ? rule : { content: String(faulty), ...rule });
	}
	return await desk.send({
		parameters: perItem({ rateLimitWait: fault.waits ? 60 : 0 }),
		items: itemsTo(...indexes.map((index) => (atOnce ? index + 1 : 1))),
		node: { onError, retryOnFail: tries > 1, maxTries: tries, waitBetweenTries: 1 },
		...(fault.isOffline && {
			credentials: { ...desk.sandbox.credentials, baseUrl: 'http://127.0.0.1:1' },
		}),
	});
}

/** What LiveDesk was asked, in the oracle's words: a retry names the message by its text, not its ID. */
function requests(): string[] {
	const { journal, messages } = desk.sandbox;
	const stored = conversations(COUNT).flatMap(({ id }) => messages(id));
	return journal.starts().map(({ kind, messageId, body }) => {
		if (kind !== 'retry') return `POST ${(body as { content: string }).content}`;
		return `retry ${stored.find(({ id }) => String(id) === messageId)?.content}`;
	});
}

function expectJournal(plan: Plan, foreseen: Foreseen) {
	const asked = requests();
	// Those that start together may arrive in any order.
	const inOrder = plan.atOnce ? [...asked].sort() : asked;
	expect(inOrder).toEqual(plan.atOnce ? [...foreseen.requests].sort() : foreseen.requests);

	const { messages } = desk.sandbox;
	const stored = conversations(COUNT).flatMap(({ id }) =>
		messages(id).map(({ content }) => content),
	);
	const isThere = (index: number) =>
		foreseen.ends[index] === 'delivered' || (index === plan.faulty && plan.fault.isStored);
	expect(stored.sort()).toEqual(indexes.filter(isThere).map(String));
}

function expectStopped({ error, items }: Result, { ends }: Foreseen) {
	const where = (test: (index: number) => boolean) => indexes.filter(test);
	expect(items).toEqual([]);
	expect(error?.context?.itemIndex).toBe(ends.findIndex(isFailure));
	const { summary } = error?.context ?? {};
	const told = (group: keyof Summary) => summary?.[group].map(({ item }) => item);
	expect(told('sent')).toEqual(where((index) => ends[index] === 'delivered'));
	expect(told('notDelivered')).toEqual(where((index) => ends[index] === 'failed'));
	expect(told('refused')).toEqual(where((index) => ends[index] === 'refused'));
	expect(told('mayHaveArrived')).toEqual(where((index) => ends[index] === 'unknown'));
	expect(told('notSent')).toEqual(where((index) => ['notSent', 'throttled'].includes(ends[index])));
}

function expectItems(items: Result['items'], { ends }: Foreseen, which: number[]) {
	expect(pairs(items)).toEqual(pairedWith(...which));
	expect(items.map((item) => failureOf(item)?.outcome ?? 'delivered')).toEqual(
		which.map((index) => ends[index]),
	);
	expect(contents(items)).toEqual(
		which.map((index) => (isFailure(ends[index]) ? undefined : String(index))),
	);
}

describe.each(onErrors)('On Error = %s', (onError) => {
	test.each(table)(
		'$fault.name: item $faulty, $layout, Retry On Fail $retry',
		async ({ fault, faulty, atOnce, tries }) => {
			const stops = onError === 'stopWorkflow';
			const plan = { fault, count: COUNT, faulty, atOnce, stops, tries };
			const foreseen = foresee(plan);
			const result = await run(plan, onError);
			expectJournal(plan, foreseen);
			const failed = indexes.filter((index) => isFailure(foreseen.ends[index]));
			if (stops && failed.length > 0) return expectStopped(result, foreseen);
			expect(failedItem(result)).toBeUndefined();
			const apart = onError === 'continueErrorOutput' ? failed : [];
			expectItems(
				result.items,
				foreseen,
				indexes.filter((index) => !apart.includes(index)),
			);
			expectItems(result.errorItems, foreseen, apart);
		},
	);
});
