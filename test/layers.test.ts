/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = join(__dirname, '..');

/** The TypeScript files below a folder, as paths from the repository's root. */
const filesIn = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(folder, path).split(sep).join('/'));

const files = [...filesIn('nodes'), ...filesIn('credentials')].sort();
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const moduleOf = (file: string) => file.replace(/\.ts$/, '').replace('nodes/LiveDesk/', '');

/**
 * What a file imports: packages by their name, files as modules, e.g. `delivery/index`; what it takes for types alone
 * as `type delivery/index`.
 */
function importsOf(file: string, text = textOf(file)): string[] {
	const lines =
		/(?:\b(import|export)\s+(type\s)?[^'";]*?\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]([^'"]+)['"]/g;
	return [...text.matchAll(lines)].map(([, , type = '', path]) => {
		if (!path.startsWith('.')) return type + path;
		const target = relative(root, resolve(root, dirname(file), path))
			.split(sep)
			.join('/');
		return type + moduleOf(existsSync(join(root, `${target}.ts`)) ? target : `${target}/index`);
	});
}

/** Modules that are an entry of an operation menu. */
const operations = new Set(
	files.filter((file) => /^export const option\b/m.test(textOf(file))).map(moduleOf),
);

const N8N = 'n8n-workflow';
const SHARED = 'resources/(fields|options|checks|json|inbox|output)';
/** Promises of delivery that could run without n8n. */
const PURE = 'backoff|clock|deliver|lanes|network|outcome|retryAfter|round|run|slots';

/** Which modules may import what, `type` what for types alone; the first row that fits a module holds. `$1` is
 * the module's resource. */
const TABLE: Array<[from: string, mayImport: string[]]> = [
	['LiveDesk.node', [N8N, SHARED, 'resources/\\w+/index', 'credentials/LiveDeskApi.credentials']],
	['resources/(\\w+)/index', [N8N, SHARED, 'resources/$1/(?!index).+', 'delivery/index']],
	['resources/(\\w+)/.+', [N8N, SHARED, 'resources/$1/(?!index).+', 'attachment/\\w+']],
	['resources/\\w+', [N8N, SHARED]],
	['delivery/report', [N8N, 'delivery/(?!index)\\w+', 'failures/\\w+']],
	['delivery/(round|deliver)', [`delivery/(${PURE})`, 'type failures/tally']],
	['delivery/operation', [N8N, 'delivery/(?!index)\\w+', 'type failures/words']],
	[`delivery/(${PURE})`, [`delivery/(${PURE})`]],
	['delivery/\\w+', [N8N, 'delivery/(?!index)\\w+']],
	['failures/\\w+', [N8N, 'failures/\\w+']],
	['attachment/\\w+', [N8N, 'attachment/\\w+']],
	['credentials/\\w+\\.credentials', [N8N]],
];

function mayImport(from: string, to: string): boolean {
	const [row] = TABLE.flatMap(([pattern, allowed]) => {
		const found = new RegExp(`^${pattern}$`).exec(from);
		return found ? [{ allowed, resource: found[1] }] : [];
	});
	if (!row) return false;
	const isType = to.startsWith('type ');
	const target = to.replace('type ', '');
	// An operation is there for the menu alone; what it sends may be read in its answer.
	const mayMeetOperations = from.endsWith('/index') || (isType && from.endsWith('/output'));
	if (operations.has(target) && !mayMeetOperations) return false;
	// Only operations open files.
	if (/^resources.*attachment/.test(`${from} ${target}`) && !operations.has(from)) return false;
	return row.allowed.some((pattern) => {
		const allowed = new RegExp(`^${pattern.replace('$1', row.resource)}$`);
		return allowed.test(to) || allowed.test(target);
	});
}

test('finds the files and the operations', () => {
	expect(files.length).toBeGreaterThan(40);
	expect([...operations].sort()).toEqual([
		'resources/contact/create',
		'resources/conversation/create',
		'resources/message/retry',
		'resources/message/sendAttachment',
		'resources/message/sendTemplate',
		'resources/message/sendText',
	]);
});

test('reads imports however they are written', () => {
	const text = `import type { A } from './a';\nexport { B } from "../fields";\nimport 'n8n-workflow';\nimport {\n\ttype C,\n} from '../json';
		const c = await import('../../delivery'); const d = require('node:fs');`;
	expect(importsOf('nodes/LiveDesk/resources/message/sendText.ts', text)).toEqual([
		'type resources/message/a/index',
		'resources/fields',
		'n8n-workflow',
		'resources/json',
		'delivery/index',
		'node:fs',
	]);
});

test.each(files)('imports point one way: %s', (file) => {
	const wrong = importsOf(file).filter((target) => !mayImport(moduleOf(file), target));
	expect(wrong).toEqual([]);
});

describe('would notice', () => {
	test.each([
		['an operation that reaches for delivery', 'resources/message/sendText', 'delivery/index'],
		[
			'an operation that borrows from another',
			'resources/message/sendText',
			'resources/message/retry',
		],
		[
			'a form that borrows from an operation',
			'resources/message/template/header',
			'resources/message/sendTemplate',
		],
		['a form that opens files', 'resources/message/template/header', 'attachment/form'],
		[
			'a resource that borrows from another',
			'resources/contact/create',
			'resources/message/output',
		],
		['shared fields that know a resource', 'resources/fields', 'resources/message/output'],
		['delivery that knows texts and templates', 'delivery/index', 'resources/message/output'],
		['lanes that know n8n', 'delivery/lanes', 'n8n-workflow'],
		['lanes that know types of n8n', 'delivery/lanes', 'type n8n-workflow'],
		['a round that counts in words', 'delivery/round', 'failures/tally'],
		['an answer that sends', 'resources/contact/output', 'resources/contact/create'],
		[
			'an answer that knows an operation of another resource',
			'resources/contact/output',
			'type resources/conversation/create',
		],
		['an outcome that is put into words too early', 'delivery/outcome', 'failures/explain'],
		['a request that is put into words too early', 'delivery/request', 'failures/words'],
		['words that know delivery', 'failures/explain', 'delivery/outcome'],
		['files that know operations', 'attachment/form', 'resources/checks'],
		['the node class with logic of its own', 'LiveDesk.node', 'delivery/index'],
		['a module of Node', 'attachment/lazyFile', 'node:fs'],
		['a package', 'delivery/request', 'axios'],
		['a helper of the tests', 'delivery/request', 'test/support/engine'],
		['the sandbox', 'resources/message/index', 'sandbox/index'],
		['the demo', 'LiveDesk.node', 'demo/story/index'],
		['a file that has no place in the table', 'helpers/misc', 'n8n-workflow'],
		['a credential that knows the node', 'credentials/LiveDeskApi.credentials', 'resources/fields'],
	])('%s', (_, from, to) => {
		expect(mayImport(from, to)).toBe(false);
	});
});

test('no import comes back to where it began', () => {
	const graph = new Map(
		files.map((file) => [moduleOf(file), importsOf(file).filter((to) => !to.startsWith('type '))]),
	);
	const done = new Set<string>();
	const circles: string[][] = [];
	function visit(module: string, path: string[]): void {
		if (path.includes(module)) circles.push([...path.slice(path.indexOf(module)), module]);
		else if (!done.has(module)) {
			for (const next of graph.get(module) ?? []) visit(next, [...path, module]);
			done.add(module);
		}
	}
	for (const module of graph.keys()) visit(module, []);
	expect(circles).toEqual([]);
});

describe('stays a house of small rooms', () => {
	test('no file is longer than 150 lines', () => {
		const long = files.filter((file) => textOf(file).trimEnd().split('\n').length > 150);
		expect(long).toEqual([]);
	});

	test('no file silences the linter or the compiler', () => {
		const silenced = /eslint-disable|eslint-enable|@ts-(ignore|expect-error|nocheck)/;
		expect(files.filter((file) => silenced.test(textOf(file)))).toEqual([]);
	});
});
