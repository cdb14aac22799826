import { crash } from './queue/crash';
import {
	arrived,
	logged,
	startedAgain,
	TEST_TIMEOUT_MS,
	trigger,
	untilAllEnded,
	type Run,
} from './queue/runs';
import { useCluster } from './queue/useCluster';

const RUNS = 200;

jest.setTimeout(TEST_TIMEOUT_MS);

describe('n8n 2 with two workers', () => {
	const desk = useCluster('current');

	const statusesOf = async (runs: Run[]) =>
		await untilAllEnded(
			desk(),
			runs.map(({ executionId }) => executionId),
		);

	test('200 executions deliver their 2,000 messages once and in order', async () => {
		const runs = await trigger(desk(), RUNS);
		const statuses = await statusesOf(runs);
		const { workers, sandbox } = desk();

		expect(statuses).toEqual(runs.map(() => 'success'));
		expect(runs.map((run) => arrived(desk(), run))).toEqual(runs.map(({ texts }) => texts));
		expect(sandbox.journal.starts()).toHaveLength(RUNS * 10);
		const shares = workers.map((worker) => logged(worker, 'finished').length);
		expect(Math.min(...shares)).toBeGreaterThan(RUNS / 10);
	});

	test('a worker that dies leaves executions that failed, and n8n starts none of them again', async () => {
		const runs = await crash(desk());
		const statuses = await statusesOf(runs);
		const { rest, sandbox } = desk();
		const done = runs.filter((_, n) => statuses[n] === 'success');
		const lost = runs.filter((run) => !done.includes(run));

		expect(done.map((run) => arrived(desk(), run))).toEqual(done.map(({ texts }) => texts));
		expect([...new Set(statuses)].sort()).toEqual(['error', 'success']);
		// What went out of the others is their first messages, in order, each of them once.
		const sent = lost.map((run) => arrived(desk(), run));
		expect(sent).toEqual(lost.map(({ texts }, n) => texts.slice(0, sent[n]?.length)));
		expect(sent.filter(({ length }) => length > 0 && length < 10)).not.toEqual([]);
		expect(startedAgain(desk())).toEqual([]);

		// n8n has lost the data of such an execution: its own retry has nothing to send.
		const before = sandbox.journal.starts().length;
		const path = `/rest/executions/${lost[0]?.executionId}/retry`;
		const retried = await rest.call<{ status: string }>('POST', path, { loadWorkflow: false });
		expect(retried.status).toBe('error');
		expect(sandbox.journal.starts()).toHaveLength(before);
	});
});
