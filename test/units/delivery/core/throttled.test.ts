import { endingsOf, namesOf, oneLane, runOfMessages } from '../support/items';
import { delivered, failed, lost, refused, throttled, unreached } from '../support/outcomes';

const goingOn = { settings: { stopOnFailure: false } };

describe('a throttled message', () => {
	test('goes out again when LiveDesk said it may, and the others wait with it', async () => {
		const { kinds, asked } = runOfMessages([[throttled(30_000)], []], { laneOf: oneLane });
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '0.0', '1.0']);
		expect(asked[1].at - asked[0].at).toBeGreaterThanOrEqual(30_000);
	});

	test('keeps all lanes waiting', async () => {
		const settings = { parallelConversations: 2 };
		const { kinds, asked } = runOfMessages([[throttled(30_000)], [], [], []], { settings });
		expect(await kinds()).toEqual(Array(4).fill('delivered'));
		expect(namesOf(asked.filter(({ at }) => at < 30_000))).toEqual(['0.0', '1.0']);
	});

	test('is given up when the wait would be too long, once', async () => {
		const script = [[throttled(60_001), throttled(1)], []];
		const { kinds, asked } = runOfMessages(script, { laneOf: oneLane });
		expect(await kinds()).toEqual(['throttled', 'notSent']);
		expect(asked).toHaveLength(1);
	});

	test('that is given up keeps the others from asking in vain, with On Error = Continue', async () => {
		const { endings, asked } = runOfMessages([[throttled(60_001)], [], []], {
			...goingOn,
			laneOf: oneLane,
		});
		// Without a response, since there was no request.
		expect(await endings()).toEqual([
			throttled(60_001),
			{ kind: 'throttled', retryAfterMs: expect.any(Number) },
			{ kind: 'throttled', retryAfterMs: expect.any(Number) },
		]);
		expect(namesOf(asked)).toEqual(['0.0']);
	});

	test('that is given up is sent by a later try, when LiveDesk takes requests again', async () => {
		const { clock, kinds, asked } = runOfMessages([[throttled(60_001)]]);
		expect(await kinds()).toEqual(['throttled']);
		await clock.pass(1_000);
		expect(await kinds()).toEqual(['delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '0.0']);
		expect(asked[1].at).toBeGreaterThanOrEqual(60_001);
		expect(clock.sleeping()).toBe(0);
	});

	test.each([
		['a delivery', delivered, 'delivered'],
		['a failure', failed, 'delivered'],
		['a refusal', refused, 'delivered'],
		['no connection', unreached, 'throttled'],
		['a lost response', lost, 'throttled'],
	])(
		'gets all of Rate Limit Wait again after a response of LiveDesk: %s',
		async (_, outcome, then) => {
			const script = [
				[throttled(40_000), outcome],
				[throttled(40_000), delivered],
			];
			const { kinds } = runOfMessages(script, { ...goingOn, laneOf: oneLane });
			expect(await kinds()).toEqual([outcome.kind, then]);
		},
	);

	test('is not sent any more when the execution is cancelled meanwhile, and no sleep is left', async () => {
		const { clock, asked, cancelledAfter } = runOfMessages([[throttled(3_000_000)], []], {
			settings: { rateLimitWaitMs: 3_600_000, parallelConversations: 1 },
		});
		const endings = endingsOf(await cancelledAfter(5_000));
		expect(endings).toEqual(Array(2).fill({ kind: 'notSent', isCancelled: true }));
		expect(asked).toHaveLength(1);
		expect(clock.now()).toBeLessThan(10_000);
		expect(clock.sleeping()).toBe(0);
	});

	test('is not sent any more when another item has failed meanwhile', async () => {
		const { endings, asked } = runOfMessages([[throttled(30_000)], [refused]]);
		expect(await endings()).toEqual([{ kind: 'notSent' }, refused]);
		expect(namesOf(asked)).toEqual(['0.0', '1.0']);
	});
});
