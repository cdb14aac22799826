/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IDataObject } from 'n8n-workflow';
import { OPERATIONS } from '../support/contract';

interface Scan {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Packed {
	/** In bytes, of the packed file and of all that is in it. */
	size: number;
	unpackedSize: number;
	files: string[];
	manifest: IDataObject;
	scans: Record<'source' | 'built' | 'badSource' | 'badBuilt', Scan>;
}

/** What n8n offers for dragging before the first run. */
const SCHEMAS = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	operations.map(
		(operation) => `dist/nodes/LiveDesk/__schema__/v1.0.0/${resource}/${operation}.json`,
	),
);

const root = join(__dirname, '../..');
let packed: Packed;

beforeAll(async () => {
	// n8n's lint rules think that every file is theirs to test where NODE_ENV is "test".
	const env = { ...process.env, NODE_ENV: 'production' };
	const worker = new Worker(join(__dirname, 'pack.mjs'), { env, workerData: { root } });
	const ended = once(worker, 'exit');
	[packed] = (await once(worker, 'message')) as [Packed];
	await ended;
}, 120_000);

describe('the package', () => {
	test('holds what n8n loads and what people read', () => {
		expect(packed.files).toEqual(
			expect.arrayContaining([
				'package.json',
				'README.md',
				'LICENSE.md',
				'dist/nodes/LiveDesk/LiveDesk.node.js',
				'dist/nodes/LiveDesk/LiveDesk.node.json',
				'dist/nodes/LiveDesk/liveDesk.svg',
				'dist/nodes/LiveDesk/liveDesk.dark.svg',
				'dist/credentials/LiveDeskApi.credentials.js',
				...SCHEMAS,
			]),
		);
	});

	test('holds nothing else', () => {
		const known =
			/^(package\.json|(README|LICENSE)\.md|dist\/(nodes|credentials)\/\S+\.(js|svg|node\.json)|dist\/nodes\/LiveDesk\/__schema__\/\S+\.json)$/;
		expect(packed.files.filter((file) => !known.test(file))).toEqual([]);
		expect(
			packed.files.filter((file) => /(^|\/)(test|harness|sandbox|demo|bench)/i.test(file)),
		).toEqual([]);
	});

	test('holds a module for each source file, and none of a source file that is gone', () => {
		const sources = ['nodes', 'credentials'].flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
				.filter((path) => path.endsWith('.ts'))
				.map((path) => `dist/${folder}/${path.replace(/\.ts$/, '.js')}`),
		);
		const modules = packed.files.filter((file) => file.endsWith('.js'));
		expect(modules.sort()).toEqual(sources.sort());
	});

	test('is small', () => {
		expect(packed.size).toBeGreaterThan(5_000);
		expect(packed.size).toBeLessThan(100_000);
	});

	test('brings nothing along, and takes n8n-workflow from n8n', () => {
		const { manifest } = packed;
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		for (const key of [
			'dependencies',
			'optionalDependencies',
			'bundledDependencies',
			'overrides',
		]) {
			expect(Object.keys(Object(manifest[key]) as object)).toEqual([]);
		}
		const scripts = Object.keys(manifest.scripts as object);
		expect(scripts.filter((name) => /^(pre|post)?(install|prepare|pack)$/.test(name))).toEqual([]);
	});

	test('registers files that it holds', () => {
		const { nodes, credentials, strict } = packed.manifest.n8n as Record<string, string[]>;
		expect(strict).toBe(true);
		expect(nodes).toEqual(['dist/nodes/LiveDesk/LiveDesk.node.js']);
		expect(credentials).toEqual(['dist/credentials/LiveDeskApi.credentials.js']);
		expect(packed.files).toEqual(expect.arrayContaining([...nodes, ...credentials]));
		expect(packed.manifest.keywords).toContain('n8n-community-node-package');
	});
});

describe("n8n's verification scan", () => {
	test.each(['source', 'built'] as const)('passes the %s package', (leg) => {
		expect(packed.scans[leg]).toEqual({ passed: true });
	});

	test.each(['badSource', 'badBuilt'] as const)('would refuse a forbidden import: %s', (leg) => {
		const { passed, details } = packed.scans[leg];
		expect(passed).toBe(false);
		expect(details).toMatch(/lanes\.(ts|js)/);
		expect(details).toMatch(/'node:fs' is not allowed/);
		expect(details?.match(/ {2}error {2}/g)).toHaveLength(1);
	});
});
