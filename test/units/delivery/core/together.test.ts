import { endingsOf, kindsOf, namesOf, newProcess, oneLane, runOf, timesOf } from '../support/items';
import { refused, throttled } from '../support/outcomes';
import { twoRuns } from '../support/twoRuns';

const HOUR = 3_600_000;

const goingOn = { stopOnFailure: false };

describe('two runs that write to one conversation', () => {
	test('go one after the other, each one’s messages together', async () => {
		const { asked, both } = twoRuns([[[], [], []]], [[[], [], []]]);
		await both();
		expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'b0.0', 'b1.0', 'b2.0']);
		expect(timesOf(asked)).toEqual([0, 10, 20, 30, 40, 50]);
	});

	test('go one after the other also where the first waits for a rate limit or its pace', async () => {
		const { asked, both } = twoRuns(
			[[[throttled(5_000)], []], { settings: { paceMs: 1_000 } }],
			[[[], []]],
		);
		await both();
		expect(namesOf(asked)).toEqual(['a0.0', 'a0.0', 'a1.0', 'b0.0', 'b1.0']);
	});

	test('keep the parts of an item together as well', async () => {
		const process = newProcess();
		const plan = { script: [[[], []], [[]]], laneOf: oneLane };
		const [a, b] = ['a', 'b'].map((name) => runOf({ ...plan, name }, process));
		await process.clock.passUntil(Promise.all([a.goThrough(), b.goThrough()]));
		expect(namesOf(process.asked)).toEqual(['a0.0', 'a0.1', 'a1.0', 'b0.0', 'b0.1', 'b1.0']);
	});

	test.each([
		['they write to different ones', { laneOf: () => 'other' }],
		['only the names of their conversations are the same', { desk: 'another desk' }],
	])('do not wait for each other where %s', async (_, planB) => {
		const { asked, both } = twoRuns([[[], []]], [[[], []], planB]);
		await both();
		expect(timesOf(asked)).toEqual([0, 0, 10, 10]);
	});

	test('have each their own bound and pace', async () => {
		const slow = { laneOf: String, settings: { parallelConversations: 1, paceMs: 1_000 } };
		const { asked, both } = twoRuns([[[], []], slow], [[[], []], { laneOf: (i) => `b${i}` }]);
		await both();
		const at = Object.fromEntries(asked.map((each) => [each.name, each.at]));
		expect(at).toEqual({ 'a0.0': 0, 'b0.0': 0, 'b1.0': 0, 'a1.0': 1_000 });
	});

	test('stop each for themselves', async () => {
		const { asked, both } = twoRuns([[[refused], []]], [[[], []]]);
		const [endsA, endsB] = await both();
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
});
