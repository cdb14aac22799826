/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
// Part of `npm run release`: what only the owner of the repository can fill in must not be published as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where there are any; docs/release.md says what belongs there. */
export const FILES = ['package.json', 'nodes/LiveDesk/LiveDesk.node.json', 'SECURITY.md'];

const PLACEHOLDER = /\bexample\.(com|org|net)\b/;

/** @returns the lines that hold a placeholder, e.g. `package.json:14: "homepage": …` */
export function placeholdersIn(file: string, text: string): string[] {
	return text
		.split('\n')
		.flatMap((line, index) =>
			PLACEHOLDER.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
		);
}

if (require.main === module) {
	const root = join(__dirname, '..');
	const found = FILES.flatMap((file) =>
		placeholdersIn(file, readFileSync(join(root, file), 'utf8')),
	);
	if (found.length > 0) {
		console.error(`Not released. Fill these in first (docs/release.md):\n${found.join('\n')}`);
		process.exitCode = 1;
	}
}
