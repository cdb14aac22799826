/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that the tests leave behind: tests have a `process` of their own, without an exit to clean up at. */
export default function setup(): void {
	process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'livedesk-tests-'));
}
