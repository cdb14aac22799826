/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../package.json';
import { kind } from '../../sandbox/trouble/rule';
import { EXAMPLES } from '../../scripts/panelExamples';
import { OPERATIONS } from '../support/contract';
import { codeIn, filesIn, fragmentsOf, readme, root, targetsIn, textOf } from './documents';

const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'CHANGELOG.md',
	'test/README.md',
	...filesIn('docs', '.md'),
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

	test('name every kind of request that the sandbox tells apart, in docs/sandbox.md', () => {
		const [, kinds] = /^\| `kind` +\|(.*)\|$/m.exec(textOf('docs/sandbox.md')) ?? [];
		expect(codeIn(kinds)).toEqual(kind.options);
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
});
