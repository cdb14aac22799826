import { until } from '../../harness/until';
import { held } from '../support/held';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();

test('the sandbox delays a handling that succeeds', async () => {
	context.sandbox.script({ latencyMs: [60, 90] });
	expect((await context.desk.message(141, { content: 'Hello' })).status).toBe(200);
	const [start, end] = context.sandbox.journal.entries;
	// A timer may fire a fraction of a millisecond early.
	expect(end.at - start.at).toBeGreaterThan(59);
});

test('the sandbox holds a reply until a test lets it go, and no other one', async () => {
	const { desk, sandbox } = context;
	const { holdUntil, release } = held();
	sandbox.script({ content: 'first', holdUntil });
	const reply = desk.message(141, { content: 'first' });
	await until(() => sandbox.journal.starts()[0]?.kind === 'text');
	expect((await desk.message(141, { content: 'second' })).status).toBe(200);
	expect(sandbox.messages(141).map(({ content }) => content)).toEqual(['second']);
	release();
	expect((await reply).status).toBe(200);
	expect(sandbox.messages(141).map(({ content }) => content)).toEqual(['second', 'first']);
});

test('the sandbox accepts a message though its client does not wait for the reply', async () => {
	const { desk, sandbox } = context;
	const impatient = new AbortController();
	sandbox.script({ latencyMs: 3_600_000 });
	const reply = desk.message(141, { content: 'Hello' }, { signal: impatient.signal });
	await until(() => sandbox.journal.starts()[0]?.kind === 'text');
	impatient.abort();
	await expect(reply).rejects.toThrow();
	await until(() => sandbox.journal.ends().length > 0 && sandbox.messages(141).length > 0);
	expect(sandbox.journal.ends()).toMatchObject([{ status: 'aborted' }]);
});
