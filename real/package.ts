/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from './processes';

const repository = resolve(__dirname, '..');

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
}

/** Packs the built package, as `npm publish` would. @returns the tarball's path */
export async function pack(folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const output = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
		cwd: repository,
	});
	const fileName = output.trim().split('\n').at(-1) ?? '';
	return join(folder, fileName);
}

/** @param n8nFolder n8n's `.n8n` folder */
const nodesFolder = (n8nFolder: string) => join(n8nFolder, 'nodes');

/**
 * Installs a tarball the way n8n itself installs a community package (`CommunityPackagesService.downloadPackage`, the same
 * in n8n 1.123 and 2.41): unpacked, and npm run in the package without its development and peer dependencies. A plain `npm
 * install` of the tarball would bring a second n8n-workflow, whose errors n8n does not know for its own.
 */
export async function installPackage(tarball: string, n8nFolder: string): Promise<void> {
	const nodes = nodesFolder(n8nFolder);
	const unpacked = join(nodes, 'node_modules', 'n8n-nodes-livedesk');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], { cwd: nodes });

	const manifestPath = join(unpacked, 'package.json');
	const whole = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest &
		Record<string, unknown>;
	const { devDependencies, peerDependencies, optionalDependencies, ...manifest } = whole;
	void [devDependencies, peerDependencies, optionalDependencies];
	await writeFile(manifestPath, JSON.stringify(manifest));
	const flags = ['audit=false', 'fund=false', 'bin-links=false', 'install-strategy=shallow'];
	const npmFlags = [...flags, 'ignore-scripts=true', 'package-lock=false'].map(
		(flag) => `--${flag}`,
	);
	await run('npm', ['install', ...npmFlags], { cwd: unpacked });
	await list(nodes, { [manifest.name]: manifest.version });
}

/** Takes the package away again, as n8n does when a user uninstalls it. */
export async function uninstallPackage(n8nFolder: string): Promise<void> {
	const nodes = nodesFolder(n8nFolder);
	await rm(join(nodes, 'node_modules', 'n8n-nodes-livedesk'), { recursive: true, force: true });
	await list(nodes, {});
}

/** n8n lists what is installed in a package.json of its own. */
async function list(nodes: string, dependencies: Record<string, string>): Promise<void> {
	const manifest = { name: 'installed-nodes', private: true, dependencies };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(manifest, null, 2));
}
