import type { IDataObject, INode } from 'n8n-workflow';
import type { TroubleRule } from '../../../sandbox';
import { until } from '../../../harness/until';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { retryOnFail } from '../../support/settings';
import { anotherRun, OTHER } from '../support/anotherRun';
import { batches, breaking, itemsTo } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(6), OTHER] });

interface Case {
	when: string;
	items: IDataObject[];
	batching?: IDataObject;
	trouble: TroubleRule;
	node?: Partial<INode>;
	/** How many requests come to their end before all is over. */
	requests: number;
}

const broken = { to: 6, broken: true };
const empty = { to: 6, text: '' };
const refused: TroubleRule = { content: '0', status: 422, times: 9 };
const lost: TroubleRule = { content: '0', drop: 'after-body' };

// prettier-ignore
const cases: Case[] = [
	{ when: 'an item failed, and the expression of the next batch fails', items: [...itemsTo(1, 2), broken], batching: batches(2, 30), trouble: refused, requests: 2 },
	{ when: 'an item failed, and a later expression of the next batch fails', items: [...itemsTo(1, 2, 3), broken], batching: batches(2, 30), trouble: refused, requests: 2 },
	{ when: 'an item fails after the expression of the next batch failed', items: [...itemsTo(1, 2), broken], batching: batches(2, 5), trouble: { ...refused, latencyMs: 80 }, requests: 2 },
	{ when: 'all items of a batch fail, and the expression of the next batch fails', items: [...itemsTo(1, 2, 3), broken], batching: batches(3, 30), trouble: { status: 422, times: 99 }, requests: 3 },
	{ when: 'an answer is lost after the expression of the next batch failed', items: [...itemsTo(1, 2), broken], batching: batches(2, 5), trouble: { ...lost, latencyMs: 80 }, requests: 2 },
	{ when: 'an item is bad, and the expression of the next fails', items: [empty, broken], trouble: {}, requests: 0 },
	{ when: 'an item is bad, and the expression of the next batch fails', items: [...itemsTo(1), empty, broken], batching: batches(2, 5), trouble: {}, requests: 0 },
	{ when: 'an expression fails after good items', items: [...itemsTo(1, 2, 3), broken], trouble: {}, requests: 0 },
	{ when: 'an item failed, and so does one of each batch to come', items: [...itemsTo(1, 2), empty, ...itemsTo(4, 5)], batching: batches(2, 30), trouble: refused, requests: 2 },
	{ when: 'all items of all conversations fail', items: itemsTo(1, 2, 3, 4, 5, 6), trouble: { status: 422, times: 99, latencyMs: [0, 20] }, requests: 6 },
	{ when: 'an item fails while others wait in its lane', items: itemsTo(1, 1, 1, 1), trouble: refused, requests: 1 },
];

const nodes: Array<[string, Partial<INode>]> = [
	['', {}],
	[', with Retry On Fail', { ...retryOnFail, maxTries: 2 }],
];
const rows = cases.flatMap((each) => nodes.map(([suffix, node]) => ({ ...each, suffix, node })));

test.each(rows)(
	'nothing rejects unheard when $when$suffix',
	async ({ items, batching, trouble, node, requests }) => {
		// What rejects unheard fails the test by itself.
		desk.sandbox.script(trouble);
		const result = await desk.send({ parameters: breaking({}, batching), items, node });
		await until(() => desk.sandbox.journal.ends().length >= requests);
		await until(() => desk.sandbox.journal.ends().length === desk.sandbox.journal.starts().length);
		desk.sandbox.reset();
		await anotherRun(desk);
		expect(result.error?.message).toEqual(expect.any(String));
		expect(result.items).toEqual([]);
	},
);
