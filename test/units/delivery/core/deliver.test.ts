import {
	badInput,
	endingsOf,
	kindsOf,
	namesOf,
	oneLane,
	runOf,
	runOfMessages,
	timesOf,
} from '../support/items';
import { failed, invalid, lost, refused, throttled, unreached } from '../support/outcomes';

const goingOn = { settings: { stopOnFailure: false } };

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

describe('bad input', () => {
	test('is never sent, and keeps all others back with On Error = Stop', async () => {
		const { clock, asked, call } = runOfMessages([[], []]);
		const all = [call(0), call(1, badInput)];
		expect(endingsOf(await clock.passUntil(Promise.all(all)))).toEqual([
			{ kind: 'notSent' },
			invalid,
		]);
		expect(asked).toEqual([]);
	});

	test('is known at once, so that nothing of an earlier batch starts any more', () => {
		const { run, call } = runOfMessages([[], []], { settings: { batchSize: 1 } });
		const pass = run.passFor(1);
		void call(1, badInput);
		expect(pass.isOpen()).toBe(false);
	});

	test('keeps no other back with On Error = Continue', async () => {
		const { clock, asked, call } = runOfMessages([[], []], goingOn);
		const all = [call(0), call(1, badInput)];
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

describe('whatever there is to send', () => {
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
