import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { LiveDeskApi } from '../../credentials/LiveDeskApi.credentials';
import codex from '../../nodes/LiveDesk/LiveDesk.node.json';
import { N8N } from '../../real/versions';
import { boldIn, filesIn, firstColumn, fragmentsOf, readme, section, textOf } from './documents';
import { displayName, named, operations, properties } from './operations';

const credential = new LiveDeskApi();

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;
/** All that the panel calls by a name: fields, menu entries, and what is within them. */
const labelsIn = (entry: Entry): string[] => [
	'displayName' in entry ? entry.displayName : entry.name,
	...('modes' in entry ? (entry.modes ?? []).map((mode) => mode.displayName) : []),
	...('options' in entry ? (entry.options ?? []).flatMap(labelsIn) : []),
	...('values' in entry ? entry.values.flatMap(labelsIn) : []),
];
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
		'LiveDesk Tool',
		'Human review',
		'MCP Server Trigger',
		'Project Settings',
		'Channels',
		'API Management',
		'Credentials',
		'Create credential',
		'More details',
		'Add Option',
		'Boolean',
		'is true',
	],
];

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
		expect(filesIn('examples', '').filter((file) => !rows.includes(`(${file})`))).toEqual([]);
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
