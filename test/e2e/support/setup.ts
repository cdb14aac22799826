/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, installNode } from '../../../real/install';
import { pack } from '../../../real/package';
import { N8N, NODE, NODES, type NodeMajor } from '../../../real/versions';
import type { Prepared } from './prepared';

/** Installs both n8n, one after the other, and packs the package. */
export default async function setup(): Promise<void> {
	// Of this run alone: another one, which packs meanwhile, must not pull the tarball from under this one.
	const packed = await mkdtemp(join(tmpdir(), 'livedesk-packed-'));
	process.once('exit', () => rmSync(packed, { recursive: true, force: true }));
	const nodes = {} as Prepared['nodes'];
	for (const major of Object.keys(NODES).map(Number) as NodeMajor[]) {
		nodes[major] = await installNode(console.log, major);
	}
	const prepared: Prepared = {
		node: nodes[NODE],
		nodes,
		folders: {
			current: await installN8n(N8N.current, console.log),
			previous: await installN8n(N8N.previous, console.log),
		},
		tarball: await pack(packed),
	};
	process.env.LIVEDESK_E2E = JSON.stringify(prepared);
}
