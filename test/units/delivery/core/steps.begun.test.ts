import { endingsOf, namesOf, runOf, runOfMessages } from '../support/items';
import { refused, throttled } from '../support/outcomes';
import { found, made, runOfSteps, twoSteps } from '../support/steps';

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
		const { cancelledAfter, asked } = runOfSteps([[found], []], { takesMs: 100 });
		expect(endingsOf(await cancelledAfter(50))).toEqual([
			{ kind: 'unknown', cause: { kind: 'cancelled' } },
			{ kind: 'notSent', isCancelled: true },
		]);
		expect(asked).toHaveLength(1);
	});

	test('may have arrived in part when it is cancelled in a wait between two requests', async () => {
		const { clock, cancelledAfter, asked } = runOfSteps([[found, throttled(50_000)]]);
		expect(endingsOf(await cancelledAfter(1_000))).toEqual([
			{ kind: 'unknown', cause: { kind: 'cancelled' } },
		]);
		expect(asked).toHaveLength(2);
		expect(clock.sleeping()).toBe(0);
		expect(clock.now()).toBeLessThan(2_000);
	});

	test('has not begun when it is cancelled before its first request', async () => {
		const { cancelledAfter } = runOfSteps([[throttled(50_000)]]);
		expect(endingsOf(await cancelledAfter(1_000))).toEqual([
			{ kind: 'notSent', isCancelled: true },
		]);
	});
});
