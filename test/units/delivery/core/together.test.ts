import {
	endingsOf,
	kindsOf,
	namesOf,
	newProcess,
	oneLane,
	refused,
	runOf,
	runOfMessages,
	throttled,
	timesOf,
	type Plan,
} from '../support/items';

const HOUR = 3_600_000;

/** Two runs in one n8n, that write to the same conversation unless told. */
function twoRuns(
	[scriptA, planA]: [Parameters<typeof runOfMessages>[0], Partial<Plan>?],
	[scriptB, planB]: [Parameters<typeof runOfMessages>[0], Partial<Plan>?],
) {
	const process = newProcess();
	const common = { laneOf: oneLane, takesMs: 10 };
	return {
		...process,
		a: runOfMessages(scriptA, { name: 'a', ...common, ...planA }, process),
		b: runOfMessages(scriptB, { name: 'b', ...common, ...planB }, process),
	};
}

const goingOn = { stopOnFailure: false };

describe('two runs that write to one conversation', () => {
	test('go one after the other, each one’s messages together', async () => {
		const { clock, asked, a, b } = twoRuns([[[], [], []]], [[[], [], []]]);
		await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'b0.0', 'b1.0', 'b2.0']);
		expect(timesOf(asked)).toEqual([0, 10, 20, 30, 40, 50]);
	});

	test('go one after the other also where the first waits for a rate limit or its pace', async () => {
		const { clock, asked, a, b } = twoRuns(
			[[[throttled(5_000)], []], { settings: { paceMs: 1_000 } }],
			[[[], []]],
		);
		await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(namesOf(asked)).toEqual(['a0.0', 'a0.0', 'a1.0', 'b0.0', 'b1.0']);
	});

	test('keep the parts of an item together as well', async () => {
		const process = newProcess();
		const plan = { script: [[[], []], [[]]], laneOf: oneLane };
		const [a, b] = ['a', 'b'].map((name) => runOf({ ...plan, name }, process));
		await process.clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(namesOf(process.asked)).toEqual(['a0.0', 'a0.1', 'a1.0', 'b0.0', 'b0.1', 'b1.0']);
	});

	test('do not wait for each other where they write to different ones', async () => {
		const { clock, asked, a, b } = twoRuns([[[], []]], [[[], []], { laneOf: () => 'other' }]);
		await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(timesOf(asked)).toEqual([0, 0, 10, 10]);
	});

	test('do not wait for each other where only the names of their conversations are the same', async () => {
		const { clock, asked, a, b } = twoRuns([[[], []]], [[[], []], { desk: 'another desk' }]);
		await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(timesOf(asked)).toEqual([0, 0, 10, 10]);
	});

	test('have each their own bound and pace', async () => {
		const slow = { laneOf: String, settings: { parallelConversations: 1, paceMs: 1_000 } };
		const { clock, asked, a, b } = twoRuns(
			[[[], []], slow],
			[[[], []], { laneOf: (i) => `b${i}` }],
		);
		await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		const at = Object.fromEntries(asked.map((each) => [each.name, each.at]));
		expect(at).toEqual({ 'a0.0': 0, 'b0.0': 0, 'b1.0': 0, 'a1.0': 1_000 });
	});

	test('stop each for themselves', async () => {
		const { clock, asked, a, b } = twoRuns([[[refused], []]], [[[], []]]);
		const [endsA, endsB] = await clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(kindsOf(endingsOf(endsA))).toEqual(['refused', 'notSent']);
		expect(kindsOf(endingsOf(endsB))).toEqual(['delivered', 'delivered']);
		expect(namesOf(asked)).toEqual(['a0.0', 'b0.0', 'b1.0']);
	});

	test('leave each other the lane when one is cancelled: it waits without a timer and sends nothing', async () => {
		const { clock, asked, a, b } = twoRuns([[[]], { takesMs: HOUR }], [[[], []]]);
		const first = a.goThrough();
		await clock.pass(1);
		const second = b.goThrough();
		await clock.pass(1_000);
		// The only one that sleeps is the request of the first run.
		expect(clock.sleeping()).toBe(1);
		b.state.isCancelled = true;
		const endings = endingsOf(await clock.passUntil(second));
		await first;
		expect(endings).toEqual(Array(2).fill({ kind: 'notSent', isCancelled: true }));
		expect(namesOf(asked)).toEqual(['a0.0']);
		expect(clock.sleeping()).toBe(0);
	});

	test('leave each other the lane when n8n has given up on one: nothing of it is sent', async () => {
		const { clock, asked, a, b } = twoRuns([[[], [], []]], [[[]]]);
		// The expression of the last item fails, so n8n never comes with it.
		const [one, two] = [a.call(0), a.call(1)];
		const other = b.goThrough();
		const [first, second, third] = await clock.passUntil(Promise.all([one, two, other]));
		expect(endingsOf([first, second])).toEqual([{ kind: 'notSent' }, { kind: 'notSent' }]);
		expect(await first.pass.closed()).toBeUndefined();
		expect(kindsOf(endingsOf(third))).toEqual(['delivered']);
		expect(namesOf(asked)).toEqual(['b0.0']);
	});
});

describe('a run whose next batch is late', () => {
	const batches = (paceMs: number) => ({ batchSize: 3, batchIntervalMs: 20, paceMs });

	test('keeps nobody from the lane, and goes on in order when the batch has come', async () => {
		const { clock, asked, a, b } = twoRuns(
			[[[], [], [], []], { settings: batches(1_000) }],
			[[[]]],
		);
		const first = [0, 1, 2].map(async (index) => await a.call(index));
		await clock.pass(500);
		const other = b.goThrough();
		// The second message of the first run comes to its turn, and must not start.
		await clock.pass(5_000);
		expect(namesOf(asked)).toEqual(['a0.0', 'b0.0']);
		expect(clock.sleeping()).toBe(0);
		await clock.passUntil(Promise.all([...first, a.call(3), other]));
		expect(namesOf(asked)).toEqual(['a0.0', 'b0.0', 'a1.0', 'a2.0', 'a3.0']);
	});

	test('keeps its order, whenever the batch comes', async () => {
		for (const comesAt of [500, 1_000, 1_500, 1_999, 2_000, 2_500]) {
			for (const paceMs of [0, 1_000]) {
				const { clock, asked, a } = twoRuns(
					[[[], [], [], []], { settings: batches(paceMs), takesMs: 700 }],
					[[]],
				);
				const first = [0, 1, 2].map(async (index) => await a.call(index));
				await clock.pass(comesAt);
				await clock.passUntil(Promise.all([...first, a.call(3)]));
				expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'a3.0']);
			}
		}
	});

	test('keeps no slot from its other lanes, and no lane after it is cancelled', async () => {
		const { clock, asked, a, b } = twoRuns(
			[[[], [], [], []], { settings: batches(1_000) }],
			[[[]]],
		);
		const first = [0, 1, 2].map(async (index) => await a.call(index));
		await clock.pass(5_000);
		a.state.isCancelled = true;
		const other = await clock.passUntil(b.goThrough());
		expect(kindsOf(endingsOf(other))).toEqual(['delivered']);
		const all = await clock.passUntil(Promise.all([...first, a.call(3)]));
		expect(kindsOf(endingsOf(all))).toEqual(['delivered', 'notSent', 'notSent', 'notSent']);
		expect(namesOf(asked)).toEqual(['a0.0', 'b0.0']);
	});

	test('sends nothing of a pass that n8n has begun again, and each message once', async () => {
		const { clock, asked, a } = twoRuns([[[], [], [], []], { settings: batches(1_000) }], [[]]);
		const first = [0, 1, 2].map(async (index) => await a.call(index));
		await clock.pass(5_000);
		const again = a.goThrough();
		const [before, after] = await clock.passUntil(Promise.all([Promise.all(first), again]));
		expect(kindsOf(endingsOf(before))).toEqual(['delivered', 'notSent', 'notSent']);
		expect(kindsOf(endingsOf(after))).toEqual(Array(4).fill('delivered'));
		expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'a3.0']);
	});
});

describe('two runs that use one credential', () => {
	const apart = { laneOf: (item: number) => `b${item}` };

	test('wait for one rate limit: who meets it spares the other its own request', async () => {
		const { clock, asked, a, b } = twoRuns([[[throttled(30_000)]]], [[[]], apart]);
		const first = a.goThrough();
		await clock.pass(100);
		await clock.passUntil(Promise.all([first, b.goThrough()]));
		expect(namesOf(asked.slice(0, 1))).toEqual(['a0.0']);
		expect(timesOf(asked.slice(1)).every((at) => at >= 30_000)).toBe(true);
		expect(asked).toHaveLength(3);
	});

	test('spare each other their requests also after the first has given up', async () => {
		const { clock, asked, a, b } = twoRuns(
			[[[throttled(HOUR)]], { settings: goingOn }],
			[[[], []], { ...apart, settings: goingOn }],
		);
		expect(await a.kinds()).toEqual(['throttled']);
		expect(await b.endings()).toEqual([
			{ kind: 'throttled', retryAfterMs: expect.any(Number) },
			{ kind: 'throttled', retryAfterMs: expect.any(Number) },
		]);
		expect(namesOf(asked)).toEqual(['a0.0']);
		await clock.pass(HOUR);
		expect(await b.kinds()).toEqual(['delivered', 'delivered']);
	});

	test('have each their own Rate Limit Wait', async () => {
		const { clock, asked, a, b } = twoRuns(
			[[[throttled(30_000)]]],
			[[[]], { ...apart, settings: { rateLimitWaitMs: 1_000 } }],
		);
		const first = a.goThrough();
		await clock.pass(100);
		const second = b.goThrough();
		await clock.pass(1_000);
		expect(namesOf(asked)).toEqual(['a0.0']);
		const [endsA, endsB] = await clock.passUntil(Promise.all([first, second]));
		expect(endingsOf(endsB)).toEqual([{ kind: 'throttled', retryAfterMs: expect.any(Number) }]);
		expect(kindsOf(endingsOf(endsA))).toEqual(['delivered']);
	});
});
