/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { Instance } from '../support/instance';
import { pollUntil } from '../support/poll';
import { liveDesk, SEND_TEXT, workflow } from '../../../harness/workflow';

const LATENCY_MS = 250;
/** Longer than n8n takes for an execution without a pause. */
const INTERVAL_MS = 1_000;

/** Execute Once, Batching, and an execution that is stopped on the way. */
export function pace(n8n: () => Instance): void {
	const items = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ to: 141 + (index % 2), text: `${index}` }));

	test('Execute Once sends the first item alone', async () => {
		const run = await n8n().execute(
			workflow(items(3), [liveDesk(SEND_TEXT, { executeOnce: true })]),
		);
		expect(run.status).toBe('success');
		expect(n8n().sandbox.journal.texts()).toEqual(['0']);
		expect(run.items('LiveDesk').map(({ json }) => json.content)).toEqual(['0']);
	});

	test('Batching pauses between the batches', async () => {
		const batch = { batchSize: 2, batchInterval: INTERVAL_MS };
		const before = performance.now();
		const run = await n8n().execute(
			workflow(items(6), [liveDesk({ ...SEND_TEXT, requestOptions: { batching: { batch } } })]),
		);
		expect(run.status).toBe('success');
		expect(run.items('LiveDesk').map(({ json }) => json.content)).toEqual([...'012345']);
		const starts = n8n().sandbox.journal.starts();
		const texts = n8n().sandbox.journal.texts();
		expect([0, 2, 4].map((from) => texts.slice(from, from + 2).sort())).toEqual([
			['0', '1'],
			['2', '3'],
			['4', '5'],
		]);
		// A busy machine may send the first of a batch late: only the time since the beginning is sure.
		for (const [pauses, first] of [starts[0], starts[2], starts[4]].entries()) {
			expect((first?.at ?? 0) - before).toBeGreaterThanOrEqual(pauses * INTERVAL_MS);
		}
	});

	test('a stopped execution sends nothing more', async () => {
		const { sandbox, rest } = n8n();
		const { journal } = sandbox;
		sandbox.script({ times: Infinity, latencyMs: LATENCY_MS });
		const id = await n8n().begin(workflow(items(40), [liveDesk(SEND_TEXT)]));
		await pollUntil(() => journal.starts().length >= 4, 'four requests');
		await rest.call('POST', `/rest/executions/${id}/stop`);
		const whenStopped = journal.starts().length;
		const run = await n8n().ended(id);
		expect(run.status).toBe('canceled');
		// As long as three more of each conversation would take.
		await wait(3 * LATENCY_MS);
		expect(whenStopped).toBeLessThan(items(40).length);
		expect(journal.starts().length - whenStopped).toBeLessThanOrEqual(1);
		expect(journal.ends()).toHaveLength(journal.starts().length);
	});
}
