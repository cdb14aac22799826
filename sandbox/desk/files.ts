/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
	path: string;
	size: number;
	sha256: string;
}

export interface Upload extends StoredFile {
	contentType: string;
}

/** Uploads on disk, in a temp folder of their own; their names never come from a client. */
export class Files {
	private readonly folder = mkdtempSync(join(tmpdir(), 'livedesk-sandbox-'));
	private readonly uploads = new Map<number, Upload>();
	private readonly kept = new Set<string>();
	private received = 0;

	/** Streams data to a new file; what was written is removed when the data breaks off. */
	async receive(data: AsyncIterable<Buffer>): Promise<StoredFile> {
		const path = join(this.folder, String(++this.received));
		const hash = createHash('sha256');
		let size = 0;
		async function* measured() {
			for await (const chunk of data) {
				hash.update(chunk);
				size += chunk.length;
				yield chunk;
			}
		}
		await pipeline(measured, createWriteStream(path)).catch((error: unknown) => {
			this.discard([{ path }]);
			throw error;
		});
		return { path, size, sha256: hash.digest('hex') };
	}

	/** Makes a received file the upload of an attachment. */
	keep(attachmentId: number, upload: Upload): void {
		this.uploads.set(attachmentId, upload);
		this.kept.add(upload.path);
	}

	get(attachmentId: number): Upload | undefined {
		return this.uploads.get(attachmentId);
	}

	/** Deletes received files, except those that were kept. */
	discard(received: Array<Pick<StoredFile, 'path'>>): void {
		for (const { path } of received) if (!this.kept.has(path)) rmSync(path, { force: true });
	}

	/** Deletes the uploads of all attachments. */
	clear(): void {
		for (const path of this.kept) rmSync(path, { force: true });
		this.kept.clear();
		this.uploads.clear();
	}

	/** Deletes the folder. */
	close(): void {
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
	}
}
