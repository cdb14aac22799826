/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
// Sends one large file in a process of its own, and writes what it cost as JSON: a process that has sent before has its
// memory already.
import { Readable } from 'node:stream';
import { LIVEDESK_TYPE, startEngine } from '../harness/engine';
import { byId, liveDeskNode, sourceNode } from '../harness/livedesk';
import { UPLOADS } from './uploads';

export interface UploadFigures {
	wallMs: number;
	/** How far resident memory grew, in bytes. */
	growth: number;
}

async function main([type, url, megabytes]: string[]) {
	const engine = await startEngine('filesystem', (liveDesk) =>
		Object.fromEntries(Object.entries(UPLOADS).map(([name, make]) => [name, make(liveDesk)])),
	);
	const chunk = Buffer.alloc(1e6, 'x');
	const content = Readable.from(Array.from({ length: Number(megabytes) }, () => chunk));
	const file = await engine.store(content, { fileName: 'file.bin', mimeType: 'application/pdf' });
	const parameters =
		type === LIVEDESK_TYPE ? { operation: 'sendAttachment', conversationId: byId('1') } : {};

	const before = process.memoryUsage.rss();
	let peak = before;
	const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
	const start = performance.now();
	const run = await engine.start({
		nodes: [sourceNode([{ json: {}, binary: { data: file } }]), liveDeskNode(parameters, { type })],
		connections: { Source: { main: [[{ node: 'LiveDesk', type: 'main', index: 0 }]] } },
		credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret', baseUrl: url },
	}).done;
	const wallMs = performance.now() - start;
	clearInterval(sampling);
	if (run.data.resultData.error) throw run.data.resultData.error;
	const figures: UploadFigures = { wallMs, growth: peak - before };
	process.stdout.write(JSON.stringify(figures));
}

void main(process.argv.slice(2));
