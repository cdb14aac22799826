/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let home: string | undefined;

/** n8n keeps settings and files below its home; it reads the environment when n8n-core is loaded. */
export function prepareHome() {
	if (home !== undefined) return;
	const folder = mkdtempSync(join(tmpdir(), 'n8n-home-'));
	home = folder;
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'for tests alone';
	process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
	process.env.N8N_LOG_LEVEL ??= 'silent';
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
