import { badInput, endingsOf, namesOf, oneLane, runOfMessages } from '../support/items';
import { delivered, failed, invalid, lost, refused } from '../support/outcomes';

const goingOn = { settings: { stopOnFailure: false } };

describe('the next try', () => {
	test('retries under its ID what the channel had not delivered', async () => {
		const { kinds, asked } = runOfMessages([[failed, failed]]);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['failed']);
		expect(await kinds()).toEqual(['delivered']);
		expect(asked.map(({ messageId }) => messageId)).toEqual([undefined, 7, 7]);
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

	test('that is stopped before it sends tells of a lost and of a failed message as before', async () => {
		const { clock, kinds, call, asked } = runOfMessages([[refused], [lost], [failed]], {
			item: { repeatsLost: true },
		});
		expect(await kinds()).toEqual(['refused', 'unknown', 'failed']);
		const all = [call(0, badInput), call(1), call(2)];
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
