import {
	delivered,
	failed,
	kindsOf,
	endingsOf,
	lost,
	namesOf,
	oneLane,
	refused,
	runOf,
	runOfMessages,
	throttled,
	timesOf,
	unreached,
} from '../support/items';

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

	test('waits longer each time while LiveDesk does not say how long', async () => {
		const { kinds, asked } = runOfMessages([[throttled(), throttled(), throttled()]]);
		expect(await kinds()).toEqual(['delivered']);
		const times = timesOf(asked);
		const waits = times.slice(1).map((at, before) => Math.round((at - times[before]) / 500));
		expect(waits).toEqual([1, 2, 4]);
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

	test('gets all of Rate Limit Wait in each try', async () => {
		const { kinds } = runOfMessages([[throttled(40_000), throttled(40_000), throttled(40_000)]]);
		expect(await kinds()).toEqual(['throttled']);
		// What is left of the second wait, and the third one: too long together.
		expect(await kinds()).toEqual(['throttled']);
		expect(await kinds()).toEqual(['delivered']);
	});

	test('starts anew with a small wait after one that got through', async () => {
		const script = [[throttled(), throttled()], [throttled()]];
		const { kinds, asked } = runOfMessages(script, { laneOf: oneLane });
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		const [, , , first, second] = asked;
		expect(Math.round((second.at - first.at) / 500)).toBe(1);
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
		const { clock, state, asked, goThrough } = runOfMessages([[throttled(3_000_000)], []], {
			settings: { rateLimitWaitMs: 3_600_000, parallelConversations: 1 },
		});
		const all = goThrough();
		await clock.pass(5_000);
		state.isCancelled = true;
		const endings = endingsOf(await clock.passUntil(all));
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

describe('a failure', () => {
	test.each([refused, unreached, lost, failed, throttled(3_600_000)])(
		'keeps all that has not started from starting, with On Error = Stop: %j',
		async (outcome) => {
			const { kinds, asked } = runOfMessages([[], [outcome], [], []], {
				settings: { parallelConversations: 1 },
			});
			expect(await kinds()).toEqual(['delivered', outcome.kind, 'notSent', 'notSent']);
			expect(namesOf(asked)).toEqual(['0.0', '1.0']);
		},
	);

	test('lets what is under way come to its end', async () => {
		const { kinds } = runOfMessages([[refused], [failed], []]);
		expect(await kinds()).toEqual(['refused', 'failed', 'delivered']);
	});

	test.each([refused, lost, failed])(
		'keeps nothing back, with On Error = Continue: %j',
		async (outcome) => {
			const { kinds } = runOfMessages([[outcome], []], { ...goingOn, laneOf: oneLane });
			expect(await kinds()).toEqual([outcome.kind, 'delivered']);
		},
	);

	test('of the channel keeps nothing back where the user accepts it', async () => {
		const { kinds } = runOfMessages([[failed], []], {
			laneOf: oneLane,
			item: { acceptsFailed: true },
		});
		expect(await kinds()).toEqual(['failed', 'delivered']);
	});
});

describe('the next try', () => {
	test('retries under its ID what the channel had not delivered', async () => {
		const { kinds, asked } = runOfMessages([[failed, failed]]);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['delivered']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, 7, 7]);
	});

	test('tells the ID of a message whose retry told none', async () => {
		const { endings } = runOfMessages([[failed, { kind: 'delivered' }]]);
		await endings();
		expect(await endings()).toEqual([{ kind: 'delivered', messageId: 7 }]);
	});

	test('leaves alone what no retry helps', async () => {
		const { kinds, asked } = runOfMessages([[failed]], { item: { canRetry: () => false } });
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['failed']);
		expect(asked).toHaveLength(1);
	});

	test('leaves alone what the user accepts as failed', async () => {
		const { kinds, asked } = runOfMessages([[failed], [refused]], {
			...goingOn,
			item: { acceptsFailed: true },
		});
		expect(await kinds()).toEqual(['failed', 'refused']);
		expect(await kinds()).toEqual(['failed', 'delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '1.0', '1.0']);
	});

	test.each([true, false])(
		'follows no lost response to a retry by another, repeating what is lost: %s',
		async (repeatsLost) => {
			const { endings, asked } = runOfMessages([[failed, lost]], { item: { repeatsLost } });
			await endings();
			for (const ending of [await endings(), await endings(), await endings()].flat()) {
				expect(ending).toEqual({ ...lost, messageId: 7 });
			}
			expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, 7]);
		},
	);

	test('gives what was delivered before, without asking', async () => {
		const { kinds, asked } = runOfMessages([[], [refused]], goingOn);
		expect(await kinds()).toEqual(['delivered', 'refused']);
		expect(await kinds()).toEqual(['delivered', 'delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '1.0', '1.0']);
	});

	test('gives all that was delivered before, also after a try that succeeded', async () => {
		const { endings, asked } = runOfMessages([[], []]);
		for (let tries = 0; tries < 4; tries++) expect(await endings()).toEqual([delivered, delivered]);
		expect(asked).toHaveLength(2);
	});

	test('leaves a lost message alone, and lets nothing start behind it with On Error = Stop', async () => {
		const { kinds, asked } = runOfMessages([[lost], []], { laneOf: oneLane });
		expect(await kinds()).toEqual(['unknown', 'notSent']);
		expect(await kinds()).toEqual(['unknown', 'notSent']);
		expect(namesOf(asked)).toEqual(['0.0']);
	});

	test('sends a lost message again where that is wanted', async () => {
		const { kinds, asked } = runOfMessages([[lost, refused]], { item: { repeatsLost: true } });
		expect(await kinds()).toEqual(['unknown']);
		expect(await kinds()).toEqual(['unknown']);
		expect(await kinds()).toEqual(['delivered']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, undefined, undefined]);
	});

	test('that is stopped before it sends tells of a lost and of a failed message as before', async () => {
		const { clock, kinds, call, asked } = runOfMessages([[refused], [lost], [failed]], {
			item: { repeatsLost: true },
		});
		expect(await kinds()).toEqual(['refused', 'unknown', 'failed']);
		const invalid = { kind: 'invalid', message: 'x' } as const;
		const all = [call(0, { invalid, messages: [] }), call(1), call(2)];
		expect(endingsOf(await clock.passUntil(Promise.all(all)))).toEqual([invalid, lost, failed]);
		expect(asked).toHaveLength(3);
	});

	test('that is cancelled tells of a lost and of a failed message as before', async () => {
		const { kinds, state, asked } = runOfMessages([[lost], [failed], [refused]], {
			...goingOn,
			item: { repeatsLost: true },
		});
		expect(await kinds()).toEqual(['unknown', 'failed', 'refused']);
		state.isCancelled = true;
		expect(await kinds()).toEqual(['unknown', 'failed', 'notSent']);
		expect(asked).toHaveLength(3);
	});

	test('waits for what the try before has under way, and does not send it again', async () => {
		const { clock, goThrough, asked } = runOfMessages([[]], { takesMs: 1_000 });
		const first = goThrough();
		await clock.pass(500);
		const second = goThrough();
		const [[one], [two]] = await clock.passUntil(Promise.all([first, second]));
		expect([one.endings, two.endings]).toEqual([[delivered], [delivered]]);
		expect(two.pass).not.toBe(one.pass);
		expect(asked).toHaveLength(1);
	});

	test('sends again without Retry On Fail: n8n then goes through the items only once', async () => {
		const { kinds, asked } = runOfMessages([[]], { settings: { retryOnFail: false } });
		await kinds();
		await kinds();
		expect(asked).toHaveLength(2);
	});
});

describe('bad input', () => {
	const invalid = { kind: 'invalid', message: 'x' } as const;

	test('is never sent, and keeps all others back with On Error = Stop', async () => {
		const { clock, asked, call } = runOfMessages([[], []]);
		const all = [call(0), call(1, { invalid, messages: [] })];
		expect(endingsOf(await clock.passUntil(Promise.all(all)))).toEqual([
			{ kind: 'notSent' },
			invalid,
		]);
		expect(asked).toEqual([]);
	});

	test('is known at once, so that nothing of an earlier batch starts any more', () => {
		const { run, call } = runOfMessages([[], []], { settings: { batchSize: 1 } });
		const pass = run.passFor(1);
		void call(1, { invalid, messages: [] });
		expect(pass.isOpen()).toBe(false);
	});

	test('keeps no other back with On Error = Continue', async () => {
		const { clock, asked, call } = runOfMessages([[], []], goingOn);
		const all = [call(0), call(1, { invalid, messages: [] })];
		expect(kindsOf(endingsOf(await clock.passUntil(Promise.all(all))))).toEqual([
			'delivered',
			'invalid',
		]);
		expect(namesOf(asked)).toEqual(['0.0']);
	});
});

describe('an item of several messages', () => {
	test('sends them in order, before those of the next item in its lane', async () => {
		const script = [
			[[throttled(1_000)], [], []],
			[[], []],
		];
		const { kinds, asked } = runOf({ script, laneOf: oneLane });
		expect(await kinds()).toEqual(Array(5).fill('delivered'));
		expect(namesOf(asked)).toEqual(['0.0', '0.0', '0.1', '0.2', '1.0', '1.1']);
	});

	test('stops at the first that fails, with On Error = Stop', async () => {
		const { kinds, asked } = runOf({ script: [[[], [refused], []], [[]]], laneOf: oneLane });
		expect(await kinds()).toEqual(['delivered', 'refused', 'notSent', 'notSent']);
		expect(namesOf(asked)).toEqual(['0.0', '0.1']);
	});

	test('goes on after one that fails, with On Error = Continue', async () => {
		const { kinds, asked } = runOf({ script: [[[], [refused], []]], ...goingOn });
		expect(await kinds()).toEqual(['delivered', 'refused', 'delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '0.1', '0.2']);
	});

	test('sends in the next try only those that were not delivered', async () => {
		const { kinds, asked } = runOf({ script: [[[], [failed], []]], laneOf: oneLane });
		expect(await kinds()).toEqual(['delivered', 'failed', 'notSent']);
		expect(await kinds()).toEqual(['delivered', 'delivered', 'delivered']);
		expect(namesOf(asked)).toEqual(['0.0', '0.1', '0.1', '0.2']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, undefined, 7, undefined]);
	});
});

describe('bounds', () => {
	test.each([1, 3])('no more than %i requests are under way at once', async (limit) => {
		const { kinds, asked } = runOfMessages([[], [], [], [], []], {
			settings: { parallelConversations: limit },
			takesMs: 1_000,
		});
		await kinds();
		const together = timesOf(asked).map(
			(at) => asked.filter((other) => other.at <= at && at < other.at + 1_000).length,
		);
		expect(Math.max(...together)).toBe(limit);
	});

	test('a lane that waits for its own order takes no slot from the others', async () => {
		const { kinds, asked } = runOfMessages([[], [], [], []], {
			laneOf: (item) => (item < 3 ? 'busy' : 'other'),
			settings: { parallelConversations: 2 },
			takesMs: 1_000,
		});
		await kinds();
		expect(asked.find(({ name }) => name === '3.0')?.at).toBe(0);
	});
});

test('a reply that n8n would take for an error makes no second message', async () => {
	const body = { id: 1, status: 'sent', error: '' };
	const { endings, asked } = runOfMessages([[{ kind: 'delivered', body }], []]);
	expect(await endings()).toEqual([{ kind: 'delivered', body }, delivered]);
	expect(await endings()).toEqual([{ kind: 'delivered', body }, delivered]);
	expect(asked).toHaveLength(2);
});
