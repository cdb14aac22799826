/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { Rest } from '../../../real/rest';

/** Makes a workflow's webhooks answer, as the editor does: n8n 2 publishes it, n8n 1 activates it. */
export async function publish(rest: Rest, id: string): Promise<void> {
	const { versionId } = await rest.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
	try {
		await rest.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	} catch {
		await rest.call('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
	}
}

/** The IDs of a workflow's executions. */
export async function started(rest: Rest, id: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const { results } = await rest.call<{ results: Array<{ id: string }> }>(
		'GET',
		`/rest/executions?limit=100&filter=${filter}`,
	);
	return results.map((execution) => execution.id);
}

/** How long n8n 2 may take to open the webhooks of a workflow that it has published. */
const OPENS_WITHIN_MS = 30_000;

/** Posts an event, as LiveDesk does. */
export async function post(url: string, event: IDataObject): Promise<void> {
	for (const end = Date.now() + OPENS_WITHIN_MS; ; await wait(100)) {
		const reply = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(event),
		});
		if (reply.ok) return;
		if (reply.status !== 404 || Date.now() > end)
			throw new Error(`${url}: HTTP ${reply.status} ${await reply.text()}`);
	}
}
