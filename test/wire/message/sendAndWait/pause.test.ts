import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { ask } from './ask';

const desk = useLiveDesk();
const notes = () => desk.sandbox.messages(141);

describe('the workflow', () => {
	test('pauses without a limit, and goes on with the input where nobody decides', async () => {
		const items = [{ json: { order: 456 } }];
		const { run, items: output } = await desk.send({ parameters: ask(), items });
		expect(run.status).toBe('waiting');
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(output).toEqual([{ json: { order: 456 }, pairedItem: { item: 0 } }]);
	});

	test.each([
		['minutes', 45, 45 * 60],
		['hours', 0.5, 30 * 60],
		['days', 2, 48 * 3_600],
	])('pauses for a limit in %s', async (resumeUnit, resumeAmount, seconds) => {
		const limitWaitTime = { values: { limitType: 'afterTimeInterval', resumeAmount, resumeUnit } };
		const before = Date.now();
		const { run } = await desk.send({ parameters: ask({ options: { limitWaitTime } }) });
		const till = Number(run.waitTill) - seconds * 1_000;
		expect(till).toBeGreaterThanOrEqual(before);
		expect(till).toBeLessThanOrEqual(Date.now());
	});

	test.each([
		['2987-01-02T03:04:05', '2987-01-01T20:04:05.000Z'],
		['2987-01-02T03:04:05Z', '2987-01-02T03:04:05.000Z'],
	])(
		"pauses until a date, in the workflow's timezone where it has none: %s",
		async (date, till) => {
			const values = { limitType: 'atSpecifiedTime', maxDateAndTime: date };
			const { run, error } = await desk.send({
				parameters: ask({ options: { limitWaitTime: { values } } }),
				settings: { timezone: 'Asia/Bangkok' },
			});
			expect(error).toBeUndefined();
			expect(run.waitTill?.toISOString()).toBe(till);
		},
	);
});

describe('of several items, Send and Wait', () => {
	const items = [{ json: { to: 1 } }, { json: { to: 2 } }];

	test('sends nothing, and says what to do', async () => {
		const { error, run } = await desk.send({ parameters: ask(), items });
		expect(error?.message).toBe("'Send and Wait for Approval' takes one item at a time [item 0]");
		expect(error?.description).toMatch(/2 items.*Loop Over Items.*Execute Once/);
		expect(run.status).not.toBe('waiting');
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});

	test('puts each on the error output with On Error = Continue', async () => {
		const { error, errorItems } = await desk.send({
			parameters: ask(),
			items,
			node: { onError: 'continueErrorOutput' },
		});
		expect(error).toBeUndefined();
		expect(errorItems.map(({ json, pairedItem }) => [json.to, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 1 }],
		]);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});

	test('takes the first with Execute Once', async () => {
		const { run } = await desk.send({ parameters: ask(), items, node: { executeOnce: true } });
		expect(run.status).toBe('waiting');
		expect(notes()).toHaveLength(1);
	});
});
