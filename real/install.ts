/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { mkdir, statfs, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './processes';
import { NODE, NODES, type NodeMajor } from './versions';

/** Tells a person what goes on. */
export type Tell = (line: string) => void;

/** Outside the clone, so that all clones share it; `LIVEDESK_CACHE` puts it elsewhere. */
export const cacheFolder =
	process.env.LIVEDESK_CACHE ??
	join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-livedesk');

/** In bytes: what an n8n with all its packages takes up while it is unpacked, and what a Node does. */
const SPACE = { n8n: 4e9, node: 0.5e9 };
/** Written last: a folder without it is an install that broke off, and is taken up again. */
const COMPLETE = '.complete';

/**
 * @returns the folder that holds `node_modules/n8n` of the given version; installed there if it is not yet
 * @throws Error in plain words when the disk is full or npm fails
 */
export async function installN8n(version: string, tell: Tell): Promise<string> {
	return await once(`n8n-${version}`, SPACE.n8n, tell, async (folder) => {
		const manifest = {
			private: true,
			// n8n 1 names this package by an address outside the npm registry; this is the same, in the registry.
			...(version.startsWith('1.') ? { overrides: { xlsx: 'npm:@e965/xlsx@0.20.3' } } : {}),
		};
		await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
		await npm(folder, ['install', `n8n@${version}`, '--ignore-scripts'], tell);
		// The one native module that n8n cannot do without here.
		await npm(folder, ['rebuild', 'sqlite3', '--ignore-scripts=false'], tell);
	});
}

/** @returns the path of a Node binary of the major: the one that runs this, or one that is installed for it */
export async function installNode(tell: Tell, major: NodeMajor = NODE): Promise<string> {
	const { platform, arch, versions } = process;
	if (versions.node.startsWith(`${major}.`)) return process.execPath;
	const version = NODES[major];
	const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
	const folder = await once(`node-${version}`, SPACE.node, tell, async (target) => {
		await writeFile(join(target, 'package.json'), JSON.stringify({ private: true }));
		await npm(target, ['install', `${name}@${version}`, '--ignore-scripts'], tell);
	});
	return join(folder, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

async function once(
	name: string,
	space: number,
	tell: Tell,
	install: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = join(cacheFolder, name);
	if (existsSync(join(folder, COMPLETE))) return folder;
	await mkdir(folder, { recursive: true });
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize < space) {
		throw new Error(
			`The disk is too full: ${cacheFolder} needs ${space / 1e9} GB free for ${name}.`,
		);
	}
	tell(`Installing ${name} into ${cacheFolder}; this takes some minutes the first time.`);
	await install(folder);
	await writeFile(join(folder, COMPLETE), '');
	return folder;
}

async function npm(folder: string, args: string[], tell: Tell): Promise<void> {
	const startedAt = Date.now();
	const progress = setInterval(() => {
		tell(`  npm ${args[0]} ${args[1]}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
	}, 15_000);
	const installed = run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		timeoutMs: 30 * 60_000,
	});
	await installed
		.catch((error: Error) => {
			throw new Error(
				`npm could not install into ${folder}. Run the command again: it goes on where it stopped.\n${error.message}`,
			);
		})
		.finally(() => clearInterval(progress));
}
