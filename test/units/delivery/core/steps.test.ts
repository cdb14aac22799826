import { namesOf, runOf, timesOf, type Plan } from '../support/items';
import { delivered, failed, lost, refused, throttled } from '../support/outcomes';
import { found, made, runOfSteps, twoSteps } from '../support/steps';

const settings = { stopOnFailure: false };

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
