import type { Send } from '../../../../nodes/LiveDesk/delivery/core/carryOut';
import type { JsonObject, Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import {
	endingsOf,
	namesOf,
	oneLane,
	runOf,
	runOfMessages,
	timesOf,
	type Plan,
} from '../support/items';
import { delivered, failed, lost, refused, throttled } from '../support/outcomes';

const settings = { stopOnFailure: false };
const found: Outcome = { kind: 'delivered', body: { id: 5 } };
const made: Outcome = { kind: 'delivered', body: { id: 6 } };

/** Looks for something, then makes it; what it has found it does not look for again. */
const twoSteps: Plan['stepsOf'] = function* (send: Send, notes: JsonObject) {
	if (notes.found === undefined) {
		const outcome = yield send;
		if (outcome.kind !== 'delivered') return outcome;
		notes.found = outcome.body?.id;
	}
	return yield send;
};

const runOfSteps = (script: Outcome[][], plan: Omit<Plan, 'script'> = {}) =>
	runOfMessages(script, { stepsOf: twoSteps, laneOf: oneLane, ...plan });

describe('a message of several requests', () => {
	test('makes them one after the other, before the next message of its lane', async () => {
		const { endings, asked } = runOfSteps([
			[found, made],
			[found, made],
		]);
		expect(await endings()).toEqual([made, made]);
		expect(namesOf(asked)).toEqual(['0.0', '0.0', '1.0', '1.0']);
	});

	test('ends as its steps say, which may go on after a refusal or need no request', async () => {
		const afterRefusal: Plan['stepsOf'] = function* (send) {
			const outcome = yield send;
			return outcome.kind === 'refused' ? yield send : outcome;
		};
		expect(await runOfSteps([[refused, made]], { stepsOf: afterRefusal }).endings()).toEqual([
			made,
		]);

		const noRequest: Plan['stepsOf'] = function* (send, { known = made }) {
			return known === made ? made : yield send;
		};
		const { endings, asked } = runOfSteps([[]], { stepsOf: noRequest });
		expect(await endings()).toEqual([made]);
		expect(asked).toEqual([]);
	});

	test('goes on after a request that is throttled, from that request', async () => {
		const { endings, asked } = runOfSteps([[found, throttled(5_000), made]]);
		expect(await endings()).toEqual([made]);
		expect(namesOf(asked)).toHaveLength(3);
		expect(timesOf(asked)[2]).toBeGreaterThanOrEqual(5_000);
	});

	test.each([
		['is throttled for too long', throttled(3_600_000)],
		['has no known end', lost],
	])('ends with a request that %s, whatever its steps would do', async (_, outcome) => {
		for (const before of [[], [found]]) {
			const stubborn: Plan['stepsOf'] = function* (send) {
				for (;;) yield send;
			};
			const script = [[...before, outcome]];
			const { endings, asked } = runOfSteps(script, { stepsOf: stubborn });
			expect(await endings()).toEqual([outcome]);
			expect(asked).toHaveLength(before.length + 1);
		}
	});

	test('keeps the slot and the lane until its end', async () => {
		const { endings, asked } = runOfSteps([[], []], {
			laneOf: String,
			settings: { parallelConversations: 1 },
		});
		await endings();
		expect(namesOf(asked)).toEqual(['0.0', '0.0', '1.0', '1.0']);
	});

	test('keeps to the pace with each request', async () => {
		const { endings, asked } = runOfSteps([[], []], { settings: { paceMs: 1_000 } });
		await endings();
		expect(timesOf(asked)).toEqual([0, 1_000, 2_000, 3_000]);
	});
});

describe('what has begun', () => {
	test('is brought to its end after a failure of another item', async () => {
		const { endings, asked } = runOf({
			script: [[[found, made]], [[refused]]],
			stepsOf: twoSteps,
			takesMs: 100,
		});
		// Both are under way together; the refusal comes in before the second request starts.
		expect(await endings()).toEqual([made, refused]);
		expect(namesOf(asked)).toEqual(['0.0', '1.0', '0.0']);
	});

	test('is brought to its end while n8n may have given up, and when it has begun again', async () => {
		const { clock, call, goThrough, asked } = runOfMessages([[found, made], []], {
			stepsOf: twoSteps,
			takesMs: 100,
			settings: { batchSize: 1, batchIntervalMs: 20 },
		});
		const first = call(0);
		await clock.pass(150);
		expect(asked).toHaveLength(2);
		const [{ endings }] = await clock.passUntil(Promise.all([first, goThrough()]));
		expect(endings).toEqual([made]);
		expect(namesOf(asked).filter((name) => name === '0.0')).toHaveLength(2);
	});

	test('may have arrived in part when it is cancelled between two requests', async () => {
		const { clock, state, goThrough, asked } = runOfSteps([[found], []], { takesMs: 100 });
		const all = goThrough();
		await clock.pass(50);
		state.isCancelled = true;
		expect(endingsOf(await clock.passUntil(all))).toEqual([
			{ kind: 'unknown', cause: { kind: 'cancelled' } },
			{ kind: 'notSent', isCancelled: true },
		]);
		expect(asked).toHaveLength(1);
	});

	test('may have arrived in part when it is cancelled in a wait between two requests', async () => {
		const { clock, state, goThrough, asked } = runOfSteps([[found, throttled(50_000)]]);
		const all = goThrough();
		await clock.pass(1_000);
		state.isCancelled = true;
		expect(endingsOf(await clock.passUntil(all))).toEqual([
			{ kind: 'unknown', cause: { kind: 'cancelled' } },
		]);
		expect(asked).toHaveLength(2);
		expect(clock.sleeping()).toBe(0);
		expect(clock.now()).toBeLessThan(2_000);
	});

	test('has not begun when it is cancelled before its first request', async () => {
		const { clock, state, goThrough } = runOfSteps([[throttled(50_000)]]);
		const all = goThrough();
		await clock.pass(1_000);
		state.isCancelled = true;
		expect(endingsOf(await clock.passUntil(all))).toEqual([{ kind: 'notSent', isCancelled: true }]);
	});
});

describe('what the steps note', () => {
	test('is there in the next try, which goes on from it', async () => {
		const { endings, asked } = runOfSteps([[found, refused, throttled(3_600_000), made]], {
			settings,
		});
		expect(await endings()).toEqual([refused]);
		expect(await endings()).toEqual([throttled(3_600_000)]);
		expect(asked).toHaveLength(3);
	});

	test('belongs to one message alone', async () => {
		const { endings, asked } = runOf({
			script: [[[found, refused], [found]], [[found]]],
			stepsOf: twoSteps,
			settings,
		});
		await endings();
		await endings();
		expect(namesOf(asked).sort()).toEqual(['0.0', '0.0', '0.0', '0.1', '0.1', '1.0', '1.0'].sort());
	});

	test('is not asked for when LiveDesk has the message: its retry is one request', async () => {
		const { endings, asked } = runOfSteps([[found, failed, delivered]]);
		expect(await endings()).toEqual([failed]);
		expect(await endings()).toEqual([{ ...delivered, messageId: 7 }]);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, undefined, 7]);
	});
});
