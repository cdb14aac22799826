/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LIVEDESK_TYPE } from '../harness/engine';
import { median } from './figures';
import { megabytes, milliseconds, printTable, ratio } from './print';
import type { Server } from './server';
import type { UploadFigures } from './upload';

const WAYS = [
	{ name: 'this node, streamed', type: LIVEDESK_TYPE },
	{ name: 'Blob from a buffer', type: 'bench.blob' },
	{ name: 'form-data, redirects followed', type: 'bench.formData' },
];

/** Sends a large file in several ways, each in a process of its own, and prints the medians. */
export async function attachments(server: Server, size: number, rounds: number): Promise<void> {
	const results: UploadFigures[][] = WAYS.map(() => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, { type }] of WAYS.entries()) {
			results[index].push(await uploadOnce(server, type, size));
		}
	}
	const all = results.map((figures) => ({
		growth: median(figures.map(({ growth }) => growth)),
		wallMs: median(figures.map(({ wallMs }) => wallMs)),
	}));
	const [base] = all;
	printTable(
		`One attachment of ${size} MB, file-system binary mode (medians of ${rounds} rounds)`,
		['', 'resident memory', 'ratio', 'wall time', 'ratio'],
		all.map(({ growth, wallMs }, index) => [
			WAYS[index].name,
			`+${megabytes(growth)}`,
			ratio(growth, base.growth),
			milliseconds(wallMs),
			ratio(wallMs, base.wallMs),
		]),
	);
}

async function uploadOnce(server: Server, type: string, size: number): Promise<UploadFigures> {
	await server.reset(0);
	const arguments_ = [
		require.resolve('tsx/cli'),
		join(__dirname, 'upload.ts'),
		type,
		server.url,
		String(size),
	];
	const { stdout } = await promisify(execFile)('node', arguments_);
	const [{ bytes }] = (await server.report()).arrivals;
	if (bytes < size * 1e6) throw new Error(`Only ${bytes} bytes arrived`);
	return JSON.parse(stdout) as UploadFigures;
}
