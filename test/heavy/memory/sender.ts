/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startEngine, type Engine } from '../../../harness/engine';
import { byId, liveDeskNode, sourceNode } from '../../../harness/livedesk';
import type { Plan, Sent } from './plan';

const CHUNK_BYTES = 1024 * 1024;
/** Often enough to see what a run holds, seldom enough not to be the work. */
const SAMPLE_MS = 5;

/** Puts a file into n8n's store whose chunks differ, and never holds more than one of them. */
async function storeFile(engine: Engine, bytes: number) {
	const hash = createHash('sha256');
	async function* chunks() {
		for (let start = 0; start < bytes; start += CHUNK_BYTES) {
			const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, bytes - start), `chunk ${start};`);
			hash.update(chunk);
			yield chunk;
		}
	}
	const file = { fileName: 'film.mp4', mimeType: 'video/mp4' };
	const binary = await engine.store(Readable.from(chunks()), file);
	return { binary, sha256: hash.digest('hex') };
}

/** Runs something, and tells by how much the memory of this process grew meanwhile. */
async function measured<T>(run: () => Promise<T>): Promise<{ result: T; grownBytes: number }> {
	// What the preparations left behind must not count as room that the run may fill.
	globalThis.gc?.();
	const before = process.memoryUsage.rss();
	let peak = before;
	const sample = () => void (peak = Math.max(peak, process.memoryUsage.rss()));
	const timer = setInterval(sample, SAMPLE_MS);
	const result = await run();
	clearInterval(timer);
	sample();
	return { result, grownBytes: peak - before };
}

async function workOf({ conversations, texts, fileBytes }: Plan, engine: Engine) {
	const conversationId = byId('={{ $json.to }}');
	if (fileBytes === undefined) {
		const items = Array.from({ length: texts ?? 0 }, (_, index) => ({
			json: { to: 1 + (index % conversations), text: String(index) },
		}));
		return { parameters: { conversationId, content: '={{ $json.text }}' }, items };
	}
	const { binary, sha256 } = await storeFile(engine, fileBytes);
	const items = Array.from({ length: conversations }, (_, index) => ({
		json: { to: index + 1 },
		binary: { data: binary },
	}));
	return { parameters: { operation: 'sendAttachment', conversationId }, items, sha256 };
}

async function send(plan: Plan, credentials: IDataObject): Promise<Sent> {
	const engine = await startEngine('filesystem');
	const { parameters, items, sha256 } = await workOf(plan, engine);
	const link = { node: 'LiveDesk', type: 'main' as const, index: 0 };
	const { result: run, grownBytes } = await measured(
		async () =>
			await engine.start({
				nodes: [sourceNode(items), liveDeskNode(parameters)],
				connections: { Source: { main: [[link]] } },
				credentials,
			}).done,
	);
	const { runData, error } = run.data.resultData;
	const output = runData.LiveDesk?.[0].data?.main[0] ?? [];
	return { sha256, grownBytes, pairs: output.map(indexOf), error: error?.message };
}

const indexOf = ({ pairedItem }: INodeExecutionData) =>
	(pairedItem as { item: number } | undefined)?.item;

process.on('message', ({ plan, credentials }: { plan: Plan; credentials: IDataObject }) => {
	void send(plan, credentials).then((sent) => process.send?.(sent));
});
