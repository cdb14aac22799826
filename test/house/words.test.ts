import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';

interface Label {
	where: string;
	text: string;
}

/** What people read in the panel, each with the place where it stands. */
const titles: Label[] = [];
const sentences: Label[] = [];
const placeholders: Label[] = [];
const booleans: Label[] = [];
const menus: Array<{ where: string; names: string[] }> = [];

function note(list: Label[], where: string, text: string | undefined) {
	if (text !== undefined) list.push({ where, text });
}

function walk(field: INodeProperties, path: string): void {
	const where = `${path}${field.name}`;
	const options = field.options ?? [];
	note(titles, where, field.displayName);
	note(sentences, where, field.description);
	note(sentences, where, field.hint);
	if (field.type === 'boolean') note(booleans, where, field.description ?? '');
	if (!/ollection/.test(field.type)) note(placeholders, where, field.placeholder);
	for (const mode of field.modes ?? []) {
		note(titles, where, mode.displayName);
		note(sentences, where, mode.hint as string);
		note(placeholders, where, mode.placeholder);
	}
	if (field.type === 'collection') {
		const fields = options as INodeProperties[];
		menus.push({ where, names: fields.map(({ displayName }) => displayName) });
		for (const inner of fields) walk(inner, `${where}.`);
	} else if (field.type === 'fixedCollection') {
		for (const { displayName, values } of options as INodePropertyCollection[]) {
			note(titles, where, displayName);
			for (const inner of values) walk(inner, `${where}.`);
		}
	} else {
		const entries = options as INodePropertyOptions[];
		menus.push({ where, names: entries.map(({ name }) => name) });
		for (const { name, description } of entries) {
			note(titles, where, name);
			note(sentences, where, description);
		}
	}
}

const { description } = new LiveDesk();
note(sentences, 'node', description.description);
for (const field of description.properties) walk(field, '');
const operations = description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options }) => options as INodePropertyOptions[]);

/** The labels that break a rule. */
const against = (list: Label[], keepsRule: (text: string) => boolean) =>
	list.filter(({ text }) => !keepsRule(text));

const SMALL_WORDS = 'a an and as at by for in of on or per the to'.split(' ');

function isTitleCase(title: string): boolean {
	const [first, ...rest] = title.replace(/[()]/g, '').split(' ');
	const isTitled = (word: string) => /^[A-Z]/.test(word);
	return isTitled(first) && rest.every((word) => isTitled(word) || SMALL_WORDS.includes(word));
}

/** One sentence goes without a period, several have one each. */
function isSentenceCase(text: string): boolean {
	const several = /[.!?] [A-Z0-9]/.test(text.replaceAll('e.g. ', ''));
	const isCapital = /^([A-Z]|e\.g\. )/.test(text);
	return isCapital && text.trim() === text && several === text.endsWith('.');
}

describe('in the panel', () => {
	test('labels are in Title Case', () => {
		expect(titles.length).toBeGreaterThan(40);
		expect(against(titles, isTitleCase)).toEqual([]);
	});

	test('descriptions begin with a capital, and a single sentence has no period', () => {
		expect(sentences.length).toBeGreaterThan(25);
		expect(against(sentences, isSentenceCase)).toEqual([]);
	});

	test('descriptions are not just the label again', () => {
		const bare = (text: string) => text.toLowerCase().replace(/^the /, '');
		const labels = new Set(titles.map(({ text }) => bare(text)));
		expect(against(sentences, (text) => !labels.has(bare(text)))).toEqual([]);
	});

	test('placeholders are examples', () => {
		expect(placeholders.length).toBeGreaterThan(10);
		expect(against(placeholders, (text) => /^e\.g\. \S/.test(text))).toEqual([]);
	});

	test('what is true or false is described by "Whether …"', () => {
		expect(booleans.length).toBeGreaterThan(1);
		expect(against(booleans, (text) => text.startsWith('Whether '))).toEqual([]);
	});

	test('menus and collections are sorted', () => {
		const unsorted = menus.filter(
			({ names }) => names.join() !== [...names].sort((a, b) => a.localeCompare(b)).join(),
		);
		expect(menus.length).toBeGreaterThan(8);
		expect(unsorted).toEqual([]);
	});

	test('every operation has a name, an action and a description', () => {
		expect(operations).not.toEqual([]);
		const wrong = operations.filter(
			({ name, action = '', description = '' }) =>
				!isTitleCase(name) ||
				!isSentenceCase(action) ||
				!isSentenceCase(description) ||
				/\s[A-Z](?!hatsApp)/.test(action),
		);
		expect(wrong.map(({ name, action, description }) => ({ name, action, description }))).toEqual(
			[],
		);
		const actions = operations.map(({ action }) => action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
	});
});
