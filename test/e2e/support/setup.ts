/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { join } from 'node:path';
import { cacheFolder, installN8n, installNode } from '../../../real/install';
import { pack } from '../../../real/package';
import { N8N } from '../../../real/versions';

/** What is made once for the whole suite, and handed to the tests in the environment. */
export interface Prepared {
	node: string;
	/** The tarball of the package. */
	tarball: string;
	/** Where each n8n is, by major. */
	folders: { current: string; previous: string };
}

/** Installs both n8n, one after the other, and packs the package. */
export default async function setup(): Promise<void> {
	const prepared: Prepared = {
		node: await installNode(console.log),
		folders: {
			current: await installN8n(N8N.current, console.log),
			previous: await installN8n(N8N.previous, console.log),
		},
		tarball: await pack(join(cacheFolder, 'packed')),
	};
	process.env.LIVEDESK_E2E = JSON.stringify(prepared);
}
