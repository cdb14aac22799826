/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.mock('node:fs/promises', () => ({
	...jest.requireActual<object>('node:fs/promises'),
	/** A disk with 0.4 GB free. */
	statfs: async () => await Promise.resolve({ bavail: 100_000, bsize: 4_000 }),
}));

test('nothing is installed onto a disk that has no place for it, and that is told', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'livedesk-cache-'));
	process.env.LIVEDESK_CACHE = folder;
	const { installN8n, installNode } = await import('../../../real/install');
	const told: string[] = [];
	await expect(installN8n('2.0.0', (line) => told.push(line))).rejects.toThrow(
		`The disk is too full: ${folder} needs 4 GB free for n8n-2.0.0.`,
	);
	await expect(installNode((line) => told.push(line), 26)).rejects.toThrow(
		/^The disk is too full: .+ needs 0\.5 GB free for node-26\./,
	);
	expect(told).toEqual([]);
	expect(existsSync(join(folder, 'n8n-2.0.0', 'package.json'))).toBe(false);
	await rm(folder, { recursive: true });
});
