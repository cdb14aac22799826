/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { LiveDeskApi } from '../../credentials/LiveDeskApi.credentials';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';
import codex from '../../nodes/LiveDesk/LiveDesk.node.json';
import manifest from '../../package.json';
import { N8N } from '../../real/versions';
import { kind } from '../../sandbox/trouble/rule';
import { EXAMPLES } from '../../scripts/panelExamples';
import { withCompleteUrls } from '../../scripts/npmReadme';
import { FILES, placeholdersIn } from '../../scripts/placeholders';
import { OPERATIONS as SEEN } from '../e2e/editor/operations';
import { OPERATIONS } from '../support/contract';

const root = join(__dirname, '../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string, ending: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => join(folder, file));

const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'CHANGELOG.md',
	'test/README.md',
	...filesIn('docs', '.md'),
];
const readme = textOf('README.md');

/** @returns what stands in a document under a heading, up to the next one of the same level */
function section(text: string, heading: string): string {
	const [, after] = text.split(`\n## ${heading}\n`);
	if (after === undefined) throw new Error(`There is no heading "${heading}"`);
	return after.split('\n## ')[0];
}

/** @returns the first column of the tables in a text, without the heads */
const firstColumn = (text: string) =>
	[...text.matchAll(/^\| (.+?) +\|/gm)]
		.map(([, cell]) => cell)
		.filter((cell) => !/^-+$/.test(cell));

const boldIn = (text: string) => [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold]) => bold);

const codeIn = (text: string) => [...text.matchAll(/`([^`\s]+)`/g)].map(([, code]) => code);

/** What a document links to and shows. */
const targetsIn = (text: string) =>
	[...text.matchAll(/(?:\]\(|\bsrc="|\bsrcset=")([^)"\s]+)/g)].map(([, target]) => target);

/** The fragments of a document's headings, as GitHub makes them. */
const fragmentsOf = (text: string) =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

const { properties, displayName } = new LiveDesk().description;
const credential = new LiveDeskApi();

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;
/** All that the panel calls by a name: fields, menu entries, and what is within them. */
const labelsIn = (entry: Entry): string[] => [
	'displayName' in entry ? entry.displayName : entry.name,
	...('modes' in entry ? (entry.modes ?? []).map((mode) => mode.displayName) : []),
	...('options' in entry ? (entry.options ?? []).flatMap(labelsIn) : []),
	...('values' in entry ? entry.values.flatMap(labelsIn) : []),
];
const optionsOf = (property: INodeProperties) => (property.options ?? []) as INodePropertyOptions[];
const named = (name: string) => properties.filter((property) => property.name === name);

const [resource] = named('resource');
const operations = optionsOf(resource).flatMap(({ name, value }) =>
	named('operation')
		.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value))
		.flatMap(optionsOf)
		.map((operation) => `${name}: ${operation.name}`),
);
const labels = new Set([
	displayName,
	credential.displayName,
	...credential.properties.flatMap(labelsIn),
	...properties.flatMap(labelsIn),
	...operations,
]);

/** What n8n and LiveDesk call their own things. */
const NOT_OURS = [
	...['Settings', 'On Error', 'Retry On Fail', 'Request Options', 'Timeout', 'Batching', 'Proxy'],
	...[
		'Tool',
		'Human review',
		'MCP Server Trigger',
		'Project Settings',
		'Channels',
		'API Management',
		'Credentials',
		'Create credential',
		'More details',
		'Add Option',
	],
];

/** @returns what is wrong in each document, e.g. `docs/figures.md: bench/` */
const inEach = (wrongIn: (text: string, file: string) => string[]) =>
	DOCUMENTS.flatMap((file) => wrongIn(textOf(file), file).map((wrong) => `${file}: ${wrong}`));

describe('the documents', () => {
	test('link only to what there is', () => {
		const broken = inEach((text, file) =>
			targetsIn(text).filter((target) => {
				if (target.startsWith('https:')) return false;
				const [path, fragment] = target.split('#');
				const linked = path === '' ? file : join(dirname(file), path);
				if (!existsSync(join(root, linked))) return true;
				return fragment !== undefined && !fragmentsOf(textOf(linked)).includes(fragment);
			}),
		);
		expect(broken).toEqual([]);
	});

	test('name only files that there are', () => {
		const inNode = readdirSync(join(root, 'nodes/LiveDesk'));
		const folders = [...readdirSync(root), ...inNode].filter((name) => !name.includes('.'));
		const inFolder = new RegExp(`^(\\.ci|\\.github|${folders.join('|')})/[\\w./-]*$`);
		const alone = /^[\w.-]+\.(ts|mjs|md|yml)$/;
		const places = ['', 'nodes/LiveDesk', 'nodes/LiveDesk/attachment', '.github/workflows'];
		const isThere = (name: string) => places.some((place) => existsSync(join(root, place, name)));
		const missing = inEach((text) =>
			codeIn(text)
				.filter((code) => (inFolder.test(code) || alone.test(code)) && code !== 'dist/')
				.filter((name) => !isThere(name)),
		);
		expect(missing).toEqual([]);
	});

	test('name each test of a promise beside the promise', () => {
		const linked = targetsIn(textOf('test/README.md')).map((target) => join('test', target));
		const tests = filesIn('test/promises', '.test.ts');
		expect(tests.filter((file) => !linked.includes(file))).toEqual([]);
	});

	test('name only commands that there are', () => {
		const missing = inEach((text) =>
			[...text.matchAll(/npm run ([\w:-]+)/g)]
				.map(([, script]) => script)
				.filter((script) => !(script in manifest.scripts)),
		);
		expect(missing).toEqual([]);
	});

	test('stay short enough to be read', () => {
		// The rows of the README's tables are looked up, not read through: each operation and option has one.
		const prose = readme.split('\n').filter((line) => !line.startsWith('|'));
		const lengths = [
			{ file: 'README.md without its tables', lines: prose.length, atMost: 230 },
			{ file: 'CONTRIBUTING.md', lines: textOf('CONTRIBUTING.md').split('\n').length, atMost: 150 },
		];
		expect(lengths.filter(({ lines, atMost }) => lines > atMost)).toEqual([]);
	});

	test('name every kind of request that the sandbox tells apart', () => {
		const [, kinds] = /^\| `kind` +\|(.*)\|$/m.exec(textOf('docs/sandbox.md')) ?? [];
		expect(codeIn(kinds)).toEqual(kind.options);
	});
});

describe('the README', () => {
	test('has a row for each operation, and for no other', () => {
		const [table] = section(readme, 'Operations').split('\n### ');
		expect(firstColumn(table).slice(1).flatMap(boldIn).sort()).toEqual([...operations].sort());
	});

	test('has a row for each option, and for no other', () => {
		const [options] = named('options');
		const [head, ...rows] = firstColumn(section(readme, 'Options'));
		expect(head).toBe('Option');
		expect(rows.flatMap(boldIn).sort()).toEqual(
			(options.options ?? []).map((option) => labelsIn(option)[0]).sort(),
		);
	});

	test('calls fields and menu entries as the panel does', () => {
		const sections = ['Connect', 'Operations', 'Options', 'AI agents'];
		const named = sections.flatMap((heading) => boldIn(section(readme, heading)));
		const unknown = named.filter((label) => !labels.has(label) && !NOT_OURS.includes(label));
		expect([...new Set(unknown)]).toEqual([]);
	});

	test('quotes the titles of errors as the node writes them', () => {
		const source = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')]
			.map(textOf)
			.join('\n')
			.replaceAll("\\'", "'");
		const rows = firstColumn(section(readme, 'When something goes wrong'));
		const quoted = rows.flatMap((cell) => /^"(.+)"$/.exec(cell)?.[1] ?? []);
		expect(quoted.length).toBeGreaterThan(5);
		// One title is put together: LiveDesk does not know this … or that.
		const isWritten = (title: string) =>
			source.includes(title) || source.includes(title.replace(/ this \w+$/, ' this ${'));
		expect(quoted.filter((title) => !isWritten(title))).toEqual([]);
	});

	test('has a row for each example', () => {
		const rows = firstColumn(section(readme, 'Examples')).slice(1).join('\n');
		const missing = readdirSync(join(root, 'examples')).filter((file) => !rows.includes(file));
		expect(missing).toEqual([]);
	});

	test('is where the links of the node in n8n lead to', () => {
		const { credentialDocumentation, primaryDocumentation } = codex.resources;
		const fragments = [...credentialDocumentation, ...primaryDocumentation].map(
			({ url }) => url.split('#')[1],
		);
		expect(fragments).toHaveLength(2);
		// GitHub's own, for the whole README.
		const known = [...fragmentsOf(readme), 'readme'];
		expect(fragments.filter((fragment) => !known.includes(fragment))).toEqual([]);
	});

	test('names the versions of n8n that the suites run', () => {
		for (const text of [section(readme, 'Compatibility'), textOf('docs/compatibility.md')]) {
			expect(text).toContain(N8N.current);
			expect(text).toContain(N8N.previous);
		}
	});
});

describe('every operation', () => {
	test('has an example for its picture in scripts/panelExamples.ts', () => {
		const shown = Object.values(EXAMPLES).map(
			({ resource: of = 'message', operation = 'sendText' }) =>
				`${String(of)}, ${String(operation)}`,
		);
		const all = Object.entries(OPERATIONS).flatMap(([of, values]) =>
			values.map((operation) => `${of}, ${operation}`),
		);
		expect([...new Set(shown)].sort()).toEqual(all.sort());
	});

	test('is what a person looks for in the end-to-end suite, test/e2e/editor/operations.ts', () => {
		const seen = SEEN.map((each) => `${each.resource}: ${each.operation}`);
		expect(seen.sort()).toEqual([...operations].sort());
	});
});

describe('a release', () => {
	test('fails while there is a placeholder in a file that docs/release.md lists', () => {
		const listed = firstColumn(section(textOf('docs/release.md'), 'Before the first release'));
		expect(listed.slice(1).map((cell) => cell.replaceAll('`', ''))).toEqual(FILES);
		expect(placeholdersIn('a.json', '{\n\t"homepage": "https://example.com/x"\n}')).toEqual([
			'a.json:2: "homepage": "https://example.com/x"',
		]);
		expect(placeholdersIn('a.json', '{ "homepage": "https://github.com/owner/x" }')).toEqual([]);
		expect(manifest.scripts.release).toMatch(/^tsx scripts\/placeholders\.ts && /);
	});

	test('makes complete URLs of all relative ones in the README', () => {
		const repository = 'git+https://github.com/owner/name.git';
		const made = withCompleteUrls(readme, repository, '1.2.3');
		expect(targetsIn(made)).toHaveLength(targetsIn(readme).length);
		expect(targetsIn(made).filter((target) => !/^(https:\/\/|#)/.test(target))).toEqual([]);
		expect(made).toContain('src="https://raw.githubusercontent.com/owner/name/1.2.3/pictures/');
		expect(made).toContain('](https://github.com/owner/name/blob/1.2.3/CONTRIBUTING.md)');
		expect(made).toContain('](#install)');
		expect(() => withCompleteUrls(readme, 'https://example.com/name.git', '1')).toThrow(
			'Not a repository on GitHub',
		);
	});
});
