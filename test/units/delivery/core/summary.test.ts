import type { Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import {
	emptySummary,
	groupOf,
	type Summary,
} from '../../../../nodes/LiveDesk/delivery/core/summary';
import { badInput, runOf, runOfMessages } from '../support/items';
import {
	delivered,
	failed,
	invalid,
	lost,
	refused,
	throttled,
	unreached,
} from '../support/outcomes';
import { summaryOf } from '../support/passes';

test.each<[Ending, keyof Summary]>([
	[delivered, 'sent'],
	[failed, 'notDelivered'],
	[{ ...failed, retry: refused }, 'notDelivered'],
	[lost, 'mayHaveArrived'],
	[{ ...lost, messageId: 7 }, 'mayHaveArrived'],
	[refused, 'refused'],
	[unreached, 'refused'],
	[invalid, 'refused'],
	[throttled(), 'notSent'],
	[{ kind: 'throttled' }, 'notSent'],
	// Only LiveDesk's retry of it was throttled: sent again, it would be there twice.
	[{ ...throttled(), messageId: 7 }, 'notDelivered'],
	[{ kind: 'notSent' }, 'notSent'],
	[{ kind: 'notSent', isCancelled: true }, 'notSent'],
])('a message that ended as %j belongs to %s', (ending, group) => {
	expect(groupOf(ending)).toBe(group);
});

test('no summary is another one', () => {
	emptySummary().sent.push({ item: 0 });
	expect(emptySummary().sent).toEqual([]);
});

const settings = { stopOnFailure: false };

describe('the summary of a pass', () => {
	test('has each message in the group that it belongs to', async () => {
		const script = [[], [refused], [lost], [failed], [throttled(3_600_000)], []];
		const { summary } = runOfMessages(script, {
			settings: { ...settings, parallelConversations: 1 },
		});
		expect(await summary()).toEqual({
			sent: [{ item: 0 }],
			refused: [{ item: 1 }],
			mayHaveArrived: [{ item: 2 }],
			notDelivered: [{ item: 3, messageId: 7 }],
			// What LiveDesk asked for holds for the next one as well.
			notSent: [{ item: 4 }, { item: 5 }],
		});
	});

	test('has what a failure kept back, with On Error = Stop', async () => {
		const { summary } = runOfMessages([[], [refused], []], { laneOf: () => 'lane' });
		expect(await summary()).toEqual(
			summaryOf({ sent: [{ item: 0 }], refused: [{ item: 1 }], notSent: [{ item: 2 }] }),
		);
	});

	test('has the parts of an item that has several, for a single item as well', async () => {
		const { summary } = runOf({ script: [[[], [failed], []]] });
		expect(await summary()).toEqual(
			summaryOf({
				sent: [{ item: 0, part: 1, parts: 3 }],
				notDelivered: [{ item: 0, part: 2, parts: 3, messageId: 7 }],
				notSent: [{ item: 0, part: 3, parts: 3 }],
			}),
		);
	});

	test('has a failed message that the user accepts where it is: with LiveDesk', async () => {
		const { summary } = runOfMessages([[failed], []], { item: { acceptsFailed: true } });
		expect(await summary()).toEqual(
			summaryOf({ sent: [{ item: 1 }], notDelivered: [{ item: 0, messageId: 7 }] }),
		);
	});

	test('has bad input once, and all else as not sent', async () => {
		const { clock, call, asked } = runOfMessages([[], [], []]);
		const all = [call(0), call(1, badInput), call(2)];
		const [{ pass }] = await clock.passUntil(Promise.all(all));
		expect(await pass.closed()).toEqual(
			summaryOf({ refused: [{ item: 1 }], notSent: [{ item: 0 }, { item: 2 }] }),
		);
		expect(asked).toEqual([]);
	});

	test('has what earlier tries came to, and the ID that they told', async () => {
		const script = [[], [failed, refused], [failed, throttled(3_600_000)], [failed]];
		const { summary } = runOfMessages(script, {
			settings: { ...settings, parallelConversations: 1 },
		});
		await summary();
		expect(await summary()).toEqual(
			summaryOf({
				sent: [{ item: 0 }],
				notDelivered: [
					{ item: 1, messageId: 7 },
					{ item: 2, messageId: 7 },
					{ item: 3, messageId: 7 },
				],
			}),
		);
	});

	test('has all that did not start as not sent, when the execution is cancelled', async () => {
		const { cancelledAfter } = runOfMessages([[], [throttled(30_000)], [], []], {
			laneOf: () => 'lane',
		});
		const [{ pass }] = await cancelledAfter(1_000);
		expect(await pass.closed()).toEqual(
			summaryOf({ sent: [{ item: 0 }], notSent: [{ item: 1 }, { item: 2 }, { item: 3 }] }),
		);
	});
});
