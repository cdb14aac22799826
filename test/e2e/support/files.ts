/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the other side must get. */
export interface Sent {
	fileName: string;
	size: number;
	sha256: string;
}

/** Writes files of random bytes, by name and size. @returns what they hold, in the same order */
export async function writeFiles(folder: string, sizes: Record<string, number>): Promise<Sent[]> {
	await mkdir(folder, { recursive: true });
	return await Promise.all(
		Object.entries(sizes).map(async ([fileName, size]) => {
			const bytes = randomBytes(size);
			await writeFile(join(folder, fileName), bytes);
			return { fileName, size, sha256: createHash('sha256').update(bytes).digest('hex') };
		}),
	);
}
