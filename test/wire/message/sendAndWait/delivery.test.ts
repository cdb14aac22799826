import { byId } from '../../../../harness/livedesk';
import { until } from '../../../../harness/until';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { ask } from './ask';

const apiSecret = ['secret', 'Lx7Rk2Vn5'].join('-');
const desk = useLiveDesk({ apiSecret });
const notes = () => desk.sandbox.messages(141);
const texts = () => desk.sandbox.journal.texts(141);
const once = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

describe('the note on its way', () => {
	test('waits while LiveDesk limits the rate', async () => {
		desk.sandbox.script({ retryAfter: 0, times: 2 });
		const { run } = await desk.send({ parameters: ask() });
		expect(desk.sandbox.journal.ends().map(({ status }) => status)).toEqual([429, 429, 200]);
		expect(run.status).toBe('waiting');
	});

	test('comes after what another execution is sending into the conversation', async () => {
		desk.sandbox.script({ content: 'before', latencyMs: 200 });
		const text = desk.send({ parameters: { conversationId: byId('141'), content: 'before' } });
		await until(() => desk.sandbox.journal.starts().length === 1);
		await Promise.all([text, desk.send({ parameters: ask() })]);
		expect(texts()).toEqual(['before', expect.stringMatching(/^Send this answer/)]);
		expect(desk.sandbox.journal.inFlightPeak()).toBe(1);
	});

	test.each([
		['refused', { status: 422, body: { error: `No: ${apiSecret}` } }, 'refused'],
		['lost', { drop: 'after-body' }, 'unknown'],
	] as const)('is told where it is %s, and nothing waits', async (_, trouble, outcome) => {
		desk.sandbox.script({ ...trouble });
		const { error, run, items } = await desk.send({ parameters: ask() });
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0, outcome } });
		expect(run.status).not.toBe('waiting');
		expect(run.waitTill).toBeUndefined();
		expect(items).toEqual([]);
		expect(JSON.stringify(run)).not.toContain(apiSecret);
	});

	test('becomes an error item with On Error = Continue', async () => {
		desk.sandbox.script({ status: 422 });
		const { run, items } = await desk.send({
			parameters: ask(),
			node: { onError: 'continueRegularOutput' },
		});
		expect(run.status).toBe('success');
		expect(items).toEqual([
			{
				json: {
					message: expect.stringMatching(/ \[item 0\]$/),
					error: expect.objectContaining({ outcome: 'refused', httpCode: '422' }),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'goes on as an error item where an expression of the Request Options fails, with On Error = %s',
		async (onError) => {
			const { items, errorItems } = await desk.send({
				parameters: ask({ requestOptions: { timeout: '={{ $("nowhere").item.json.ms }}' } }),
				node: { onError },
			});
			expect([...items, ...errorItems].map(({ json }) => json.error)).toEqual([
				expect.objectContaining({ outcome: 'invalid' }),
			]);
			expect(desk.sandbox.journal.starts()).toEqual([]);
		},
	);

	test('is not sent by an execution that is cancelled, which then does not wait', async () => {
		desk.sandbox.script({ content: 'before', latencyMs: 200 });
		const text = desk.send({ parameters: { conversationId: byId('141'), content: 'before' } });
		await until(() => desk.sandbox.journal.starts().length === 1);
		const { done, cancel } = desk.start({ parameters: ask() });
		cancel();
		const { run } = await done;
		await text;
		expect(texts()).toEqual(['before']);
		expect(run.waitTill).toBeUndefined();
	});
});

describe('Retry On Fail', () => {
	test('sends what was refused, and then waits', async () => {
		desk.sandbox.script({ status: 422 });
		const { run } = await desk.send({ parameters: ask(), node: once });
		expect(notes()).toHaveLength(1);
		expect(desk.sandbox.journal.starts()).toHaveLength(2);
		expect(run.status).toBe('waiting');
	});

	test('posts no second note where the response was lost', async () => {
		desk.sandbox.script({ drop: 'after-body' });
		const { error } = await desk.send({ parameters: ask(), node: once });
		expect(error?.context?.outcome).toBe('unknown');
		expect(notes()).toHaveLength(1);
	});

	test('posts no second note where n8n repeats because of the input', async () => {
		// n8n repeats a node whose first output item has an `error`, as an input behind an error output does.
		const items = [{ json: { error: 'of a node before' } }];
		const { run } = await desk.send({ parameters: ask(), items, node: once });
		expect(notes()).toHaveLength(1);
		expect(run.status).toBe('waiting');
	});
});
