/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
// The picture of the layers in docs/architecture.md, made of the imports that there are: npm run layers.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const PAGE = join(root, 'docs/architecture.md');
/** The one picture of that page. */
const PICTURE = /```mermaid\n[^`]*```/;

interface Module {
	source: string;
	dependencies: Array<{ resolved: string; dependencyTypes: string[] }>;
}

/** From the entry down: what each layer is called in the picture, by where its files stand. */
const LAYERS: Array<[id: string, label: string, files: RegExp]> = [
	['node', 'LiveDesk.node.ts', /LiveDesk\.node\.ts$/],
	['resource', 'a resource, e.g. resources/contact/', /\/resources\/\w+\//],
	['shared', 'what resources share, resources/*.ts', /\/resources\//],
	['attachment', 'attachment/', /\/attachment\//],
	['core', 'delivery/core/', /\/delivery\/core\//],
	['delivery', 'delivery/', /\/delivery\//],
	['failures', 'failures/', /\/failures\//],
	['credentials', 'credentials/', /^credentials\//],
];

const layerOf = (file: string) => LAYERS.find(([, , files]) => files.test(file))?.[0];

function modules(): Module[] {
	const command = join(root, 'node_modules/.bin/depcruise');
	const args = ['nodes', 'credentials', '--config', '--output-type', 'json'];
	const { stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
	return (JSON.parse(stdout) as { modules: Module[] }).modules;
}

/** @returns the picture: an arrow for each layer that imports of another, dotted where it imports types alone */
export function layersPicture(): string {
	/** Whether types alone are imported, by the two layers. */
	const arrows = new Map<string, boolean>();
	for (const { source, dependencies } of modules()) {
		for (const { resolved, dependencyTypes } of dependencies) {
			const [from, to] = [layerOf(source), layerOf(resolved)];
			if (from === undefined || to === undefined || from === to) continue;
			const key = `${from} ${to}`;
			const isType = dependencyTypes.includes('type-only');
			arrows.set(key, (arrows.get(key) ?? true) && isType);
		}
	}
	const boxes = LAYERS.map(([id, label]) => `\t${id}["${label}"]`);
	const lines = [...arrows].map(([key, isType]) => {
		const [from, to] = key.split(' ');
		return `\t${from} ${isType ? '-.->' : '-->'} ${to}`;
	});
	return ['```mermaid', 'flowchart TD', ...boxes, ...lines.sort(), '```'].join('\n');
}

/** @returns the picture that docs/architecture.md has */
export const layersShown = () => PICTURE.exec(readFileSync(PAGE, 'utf8'))?.[0];

if (require.main === module) {
	const page = readFileSync(PAGE, 'utf8');
	writeFileSync(PAGE, page.replace(PICTURE, layersPicture()));
}
