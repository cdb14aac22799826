import { endingsOf, kindsOf, namesOf, oneLane, runOfMessages } from '../support/items';
import { twoRuns } from '../support/twoRuns';

describe('a later batch, with On Error = Stop', () => {
	/** Two batches of two, all in one lane; the second comes when n8n's timer says so, whole or broken off. */
	const batched = (takesMs: number, secondAtMs: number, ...second: number[]) => {
		const it = runOfMessages([[], [], [], []], {
			laneOf: oneLane,
			takesMs,
			settings: { batchSize: 2, batchIntervalMs: 80 },
		});
		for (const item of [0, 1]) void it.call(item);
		const enter = () => second.forEach((item) => void it.call(item));
		void it.clock.sleep(secondAtMs).then(enter);
		return it;
	};
	const moments: Array<[when: string, takesMs: number, secondAtMs: number]> = [
		['just when a response comes', 80, 80],
		['late, and a message is held for it', 200, 300],
	];

	test.each(moments)(
		'that breaks off keeps all from starting, also before that is known: it comes %s',
		async (_, takesMs, secondAtMs) => {
			const { clock, asked } = batched(takesMs, secondAtMs, 2);
			await clock.pass(1_000);
			expect(namesOf(asked)).toEqual(['0.0']);
		},
	);

	test.each(moments)(
		'that is whole keeps nothing from it: it comes %s',
		async (_, takesMs, secondAtMs) => {
			const { clock, asked } = batched(takesMs, secondAtMs, 2, 3);
			await clock.pass(2_000);
			expect(namesOf(asked)).toEqual(['0.0', '1.0', '2.0', '3.0']);
		},
	);
});

describe('a run whose next batch is late', () => {
	/** Of four messages, the first three are a batch, which n8n has gone through; the other run has one. */
	function afterFirstBatch({ paceMs = 1_000, takesMs = 10 } = {}) {
		const settings = { batchSize: 3, batchIntervalMs: 20, paceMs };
		const it = twoRuns([[[], [], [], []], { settings, takesMs }], [[[]]]);
		return { ...it, first: [0, 1, 2].map(async (index) => await it.a.call(index)) };
	}

	test('keeps nobody from the lane, and goes on in order when the batch has come', async () => {
		const { clock, asked, a, b, first } = afterFirstBatch();
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
				const { clock, asked, a, first } = afterFirstBatch({ paceMs, takesMs: 700 });
				await clock.pass(comesAt);
				await clock.passUntil(Promise.all([...first, a.call(3)]));
				expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'a3.0']);
			}
		}
	});

	test('keeps no slot from its other lanes, and no lane after it is cancelled', async () => {
		const { clock, asked, a, b, first } = afterFirstBatch();
		await clock.pass(5_000);
		a.state.isCancelled = true;
		const other = await clock.passUntil(b.goThrough());
		expect(kindsOf(endingsOf(other))).toEqual(['delivered']);
		const all = await clock.passUntil(Promise.all([...first, a.call(3)]));
		expect(kindsOf(endingsOf(all))).toEqual(['delivered', 'notSent', 'notSent', 'notSent']);
		expect(namesOf(asked)).toEqual(['a0.0', 'b0.0']);
	});

	test('sends nothing of a pass that n8n has begun again, and each message once', async () => {
		const { clock, asked, a, first } = afterFirstBatch();
		await clock.pass(5_000);
		const again = a.goThrough();
		const [before, after] = await clock.passUntil(Promise.all([Promise.all(first), again]));
		expect(kindsOf(endingsOf(before))).toEqual(['delivered', 'notSent', 'notSent']);
		expect(kindsOf(endingsOf(after))).toEqual(Array(4).fill('delivered'));
		expect(namesOf(asked)).toEqual(['a0.0', 'a1.0', 'a2.0', 'a3.0']);
	});
});
