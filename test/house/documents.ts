/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');
export const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
export const filesIn = (folder: string, ending: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));

export const readme = textOf('README.md');

/** @returns what stands in a document under a heading, up to the next one of the same level */
export function section(text: string, heading: string): string {
	const [, after] = text.split(`\n## ${heading}\n`);
	if (after === undefined) throw new Error(`There is no heading "${heading}"`);
	return after.split('\n## ')[0];
}

/** @returns the first column of the tables in a text, without the heads */
export const firstColumn = (text: string) =>
	[...text.matchAll(/^\| (.+?) +\|/gm)]
		.map(([, cell]) => cell)
		.filter((cell) => !/^-+$/.test(cell));

export const boldIn = (text: string) =>
	[...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold]) => bold);

export const codeIn = (text: string) => [...text.matchAll(/`([^`\s]+)`/g)].map(([, code]) => code);

/** What a document links to and shows. */
export const targetsIn = (text: string) =>
	[...text.matchAll(/(?:\]\(|\bsrc="|\bsrcset=")([^)"\s]+)/g)].map(([, target]) => target);

/** The fragments of a document's headings, as GitHub makes them. */
export const fragmentsOf = (text: string) =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
