import type { Outcome } from '../../nodes/LiveDesk/delivery/outcome';
import { createRun, type Memory, type RunSettings } from '../../nodes/LiveDesk/delivery/run';
import { fakeClock } from './support/clock';

const runOf = (settings: Partial<RunSettings> = {}) =>
	createRun(
		{
			expected: 2,
			batchSize: 2,
			batchIntervalMs: 0,
			stopOnFailure: true,
			retryOnFail: true,
			parallelConversations: 10,
			rateLimitWaitMs: 60_000,
			isCancelled: () => false,
			...settings,
		},
		fakeClock(),
	);

type Run = ReturnType<typeof runOf>;

/** n8n goes through all items once; all end as told. */
function pass(run: Run, marks: Array<'sent' | 'failed' | 'notSent'>) {
	marks.forEach((mark, index) => {
		const round = run.roundFor(index);
		void round.admit(index, false);
		round.settle(index, mark);
	});
}

const delivered: Outcome = { kind: 'delivered', reply: { id: 1 } };
const failed: Outcome = { kind: 'failed', reply: { id: 7, status: 'failed' } };
const reply = { statusCode: 500, headers: {}, body: '' };
const refused: Outcome = { kind: 'refused', reply };
const unknown: Outcome = { kind: 'unknown', reply };

describe('remembers for the next try', () => {
	test.each<[string, Outcome, boolean, Memory]>([
		['that it is delivered', delivered, false, { ending: delivered }],
		['the ID of a message that LiveDesk can retry', failed, false, { messageId: 7 }],
		['that it may be sent again', refused, false, {}],
		['that it may be sent again', { kind: 'throttled', reply }, false, {}],
		['that nobody knows whether it arrived', unknown, false, { ending: unknown }],
		['that it shall be sent again all the same', unknown, true, { lost: unknown }],
	])('%s', (_, outcome, resendsLost, memory) => {
		const run = runOf();
		run.roundFor(0);
		expect(run.remember('0.0', outcome, resendsLost)).toMatchObject({ kind: outcome.kind });
		pass(run, ['failed', 'notSent']);
		run.roundFor(0);
		expect(run.memoryOf('0.0')).toEqual(memory);
		expect(run.memoryOf('0.1')).toBeUndefined();
		expect(run.memoryOf('1.0')).toBeUndefined();
	});

	test.each([undefined, null])('a failed message without an ID as not to be sent: %p', (id) => {
		const run = runOf();
		const nameless: Outcome = { kind: 'failed', reply: { id, status: 'failed' } };
		run.remember('0.0', nameless, false);
		expect(run.memoryOf('0.0')).toEqual({ ending: nameless });
	});

	test.each<[string, Outcome, boolean, Memory]>([
		['that is refused', refused, false, { messageId: 7 }],
		['that fails again without telling the ID', { ...failed, reply: {} }, false, { messageId: 7 }],
		[
			'that fails again under another ID',
			{ ...failed, reply: { id: 'b' } },
			false,
			{ messageId: 'b' },
		],
		['whose answer is lost', unknown, false, { ending: unknown }],
		['whose answer is lost, to be sent again', unknown, true, { messageId: 7, lost: unknown }],
		['that goes well', delivered, false, { ending: delivered }],
	])('after a retry by LiveDesk %s, what is left to do', (_, outcome, resendsLost, memory) => {
		const run = runOf();
		run.remember('0.0', failed, false);
		run.remember('0.0', outcome, resendsLost);
		expect(run.memoryOf('0.0')).toEqual(memory);
	});

	test('nothing without Retry On Fail', () => {
		const run = runOf({ retryOnFail: false });
		expect(run.remember('0.0', delivered, false)).toBe(delivered);
		expect(run.memoryOf('0.0')).toBeUndefined();
	});
});

describe('tells how a message ended in the light of the tries before', () => {
	test.each<[string, Outcome[], object]>([
		['a refusal after a lost answer: it may have arrived', [unknown, refused], unknown],
		['a refusal after two lost answers', [unknown, unknown, refused], unknown],
		['a delivery after a lost answer', [unknown, refused, delivered], delivered],
		[
			'a refusal after a failed delivery: with its ID',
			[failed, refused],
			{ ...refused, messageId: 7 },
		],
		[
			'a lost answer after a failed delivery: with its ID',
			[failed, unknown],
			{ ...unknown, messageId: 7 },
		],
		['a refusal after a refusal', [refused, refused], refused],
	])('%s', (_, outcomes, ending) => {
		const run = runOf();
		const endings = outcomes.map((outcome) => run.remember('0.0', outcome, true));
		expect(endings.at(-1)).toEqual(ending);
	});
});

describe('a new round', () => {
	test('begins when an item comes again, not before', () => {
		const run = runOf();
		const first = run.roundFor(0);
		void first.admit(0, false);
		expect(run.roundFor(1)).toBe(first);
		void first.admit(1, false);
		expect(run.roundFor(0)).not.toBe(first);
	});

	test('knows what the tries before it delivered, as long as they fail', () => {
		const run = runOf();
		run.roundFor(0);
		run.remember('0.0', delivered, false);
		for (let tries = 0; tries < 4; tries++) {
			pass(run, ['sent', 'failed']);
			run.roundFor(0);
			expect(run.memoryOf('0.0')).toEqual({ ending: delivered });
		}
	});

	test('knows nothing after a success: who calls again means it anew', () => {
		const run = runOf();
		run.roundFor(0);
		run.remember('0.0', delivered, false);
		pass(run, ['sent', 'sent']);
		run.roundFor(0);
		expect(run.memoryOf('0.0')).toBeUndefined();
	});

	test('still knows what was delivered when n8n broke off between two batches', () => {
		const run = runOf({ batchSize: 1, batchIntervalMs: 20 });
		run.roundFor(0);
		run.remember('0.0', delivered, false);
		// The expression of item 1 fails: it never comes.
		pass(run, ['sent']);
		run.roundFor(0);
		expect(run.memoryOf('0.0')).toEqual({ ending: delivered });
	});
});

test('starts nothing more of a round once n8n has begun again', () => {
	const run = runOf();
	const first = run.roundFor(0);
	void first.admit(0, false);
	expect(first.mayGo()).toBe(true);
	const second = run.roundFor(0);
	expect(second).not.toBe(first);
	expect([first.mayGo(), second.mayGo()]).toEqual([false, true]);
});
