/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
// Run by the workflow that publishes, with the tag: the package holds neither pictures nor documents, so on npm the README
// has to point to the repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json';

/**
 * @param repository as in package.json, e.g. `git+https://github.com/owner/name.git`
 * @param ref the tag or commit that is published
 * @returns the same text with complete URLs in place of relative ones
 * @throws an Error unless the repository is on GitHub
 */
export function withCompleteUrls(markdown: string, repository: string, ref: string): string {
	const path = /github\.com[/:](?<path>[^/]+\/[^/]+?)(\.git)?$/.exec(repository)?.groups?.path;
	if (path === undefined) throw new Error(`Not a repository on GitHub: ${repository}`);
	const pictures = `https://raw.githubusercontent.com/${path}/${ref}/`;
	const pages = `https://github.com/${path}/blob/${ref}/`;
	return markdown
		.replace(/\b(src|srcset)="(?!https?:)([^"]+)"/g, `$1="${pictures}$2"`)
		.replace(/\]\((?!https?:|#)([^)]+)\)/g, `](${pages}$1)`);
}

if (require.main === module) {
	const [ref] = process.argv.slice(2);
	if (ref === undefined) throw new Error('Usage: tsx scripts/npmReadme.ts TAG');
	const file = join(__dirname, '../README.md');
	writeFileSync(file, withCompleteUrls(readFileSync(file, 'utf8'), manifest.repository.url, ref));
	console.log(`README.md points to ${manifest.repository.url} at ${ref}`);
}
