import { until } from '../../../harness/until';
import { statuses } from '../../support/results';
import { proceed } from '../../support/settings';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { contents, failureOf, groups, itemsInTurn, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(12) });

describe('the wait that LiveDesk asked for', () => {
	test('holds after giving up as well: whose turn comes before makes no request', async () => {
		desk.sandbox.script({ retryAfter: 120, times: Infinity });
		const items = itemsInTurn(60, 12);
		const result = await desk.send({ parameters: perItem(), items, node: proceed });
		expect(statuses(desk.sandbox).length).toBeLessThanOrEqual(10);
		expect(result.items).toHaveLength(60);
		for (const item of result.items) {
			expect(failureOf(item)).toMatchObject({ outcome: 'throttled' });
		}
	});

	test('holds in another execution with the credential, which waits without asking', async () => {
		desk.sandbox.script({ content: '0', retryAfter: 1 });
		const first = desk.send({ parameters: perItem(), items: itemsTo(1) });
		await until(() => desk.sandbox.journal.ends().length === 1);
		const second = await desk.send({
			parameters: perItem({ rateLimitWait: 60 }),
			items: [{ to: 2, text: 'b' }],
		});
		await first;
		expect(statuses(desk.sandbox)).toEqual([429, 200, 200]);
		expect(contents(second.items)).toEqual(['b']);
	});

	test('holds in another execution that must not wait: it fails without a request', async () => {
		desk.sandbox.script({ retryAfter: 120 });
		const options = { rateLimitWait: 0 };
		await desk.send({ parameters: perItem(options), items: itemsTo(1), node: proceed });
		const second = await desk.send({ parameters: perItem(options), items: itemsTo(2, 3) });
		expect(statuses(desk.sandbox)).toEqual([429]);
		expect(second.error?.context?.outcome).toBe('throttled');
		expect(groups(second)).toEqual({ notSent: [0, 1] });
	});

	test('holds for no other credential', async () => {
		desk.sandbox.script({ retryAfter: 120 });
		const atOnce = perItem({ rateLimitWait: 0 });
		await desk.send({ parameters: atOnce, items: itemsTo(1), node: proceed });
		const node = { credentials: { liveDeskApi: { id: 'another', name: 'Another' } } };
		const other = await desk.send({ parameters: perItem(), items: [{ to: 2, text: 'b' }], node });
		expect(contents(other.items)).toEqual(['b']);
	});
});
