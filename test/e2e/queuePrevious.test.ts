import { crash } from './queue/crash';
import { arrived, listed, startedAgain, TEST_TIMEOUT_MS, untilAllEnded } from './queue/runs';
import { useCluster } from './queue/useCluster';

jest.setTimeout(TEST_TIMEOUT_MS);

describe('n8n 1 with two workers, one of which dies', () => {
	const desk = useCluster('previous');

	test('n8n 1 starts the executions of a dead worker again: what has arrived arrives a second time', async () => {
		const runs = await crash(desk());
		const executions = await listed(desk(), runs.length);
		const statuses = await untilAllEnded(desk(), executions);

		expect(statuses).toEqual(runs.map(() => 'success'));
		expect(startedAgain(desk())).not.toEqual([]);
		// Within each of the two starts, all is in order and nothing goes out twice.
		const sent = runs.map((run) => arrived(desk(), run));
		expect(sent).toEqual(
			runs.map(({ texts }, n) => [
				...texts.slice(0, (sent[n]?.length ?? 0) - texts.length),
				...texts,
			]),
		);
		const again = sent.filter(({ length }) => length > 10);
		expect(again).not.toEqual([]);
		expect(again.length).toBeLessThanOrEqual(startedAgain(desk()).length);
	});
});

describe('n8n 1 with QUEUE_WORKER_MAX_STALLED_COUNT=0, of whose two workers one dies', () => {
	const desk = useCluster('previous', { QUEUE_WORKER_MAX_STALLED_COUNT: '0' });

	test('n8n 1 starts no execution of a dead worker again: nothing arrives twice', async () => {
		const runs = await crash(desk());
		const executions = await listed(desk(), runs.length);
		const statuses = await untilAllEnded(desk(), executions);

		expect(startedAgain(desk())).toEqual([]);
		expect([...new Set(statuses)].sort()).toEqual(['error', 'success']);
		const sent = runs.map((run) => arrived(desk(), run));
		expect(sent).toEqual(runs.map(({ texts }, n) => texts.slice(0, sent[n]?.length)));
		const whole = sent.filter(({ length }) => length === 10);
		expect(whole).toHaveLength(statuses.filter((status) => status === 'success').length);
	});
});
