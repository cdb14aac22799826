import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { LiveDesk } from '../../../harness/livedesk';
import { expectTitle } from '../../support/expectTitle';

/** Stands in a parameter for the value under test, which comes with the items. */
export const VALUE = '={{ $json.value }}';

export interface Field {
	/** The label that a refusal names in single quotes. */
	label: string;
	/** Everything that the operation needs, with VALUE in the field under test. */
	parameters: IDataObject;
	/** A value that the field takes; a function where each must be another. */
	good: unknown;
	/** Makes the item that brings a value. */
	item?: (value: unknown) => INodeExecutionData;
}

export type BadValue = [what: string, value: unknown, says?: string | RegExp];

const itemOf = (value: unknown): INodeExecutionData => ({ json: { value } as IDataObject });

/** Values that are no text, as expressions give them. */
export const noTexts: BadValue[] = [
	['an object', { a: 1 }],
	['a list', ['a']],
	['NaN', NaN],
];

/** Values of which nothing is left, as expressions give them. */
export const nothing: BadValue[] = [
	['an empty text', ''],
	['spaces', ' \t\n'],
	['characters that nobody sees', '\u200b\u200e\u202a\u2060\ufeff\u3164'],
	['null', null],
	['undefined', undefined],
];

function expectWords(
	message: string,
	description: unknown,
	field: Field,
	[, value, says]: BadValue,
) {
	expect(message).toContain(`'${field.label}`);
	expect(message).toMatch(/ \[item 1\]$/);
	expectTitle(message);
	expect(description).toEqual(expect.stringMatching(/\S/));
	if (says !== undefined) expect(`${message}\n${String(description)}`).toMatch(says);
	// What comes from outside stands in the description: n8n replaces messages with some words in them.
	if (typeof value === 'string' && value.length > 4) expect(message).not.toContain(value);
}

function expectErrorItem(
	item: INodeExecutionData,
	inputs: IDataObject,
	field: Field,
	bad: BadValue,
) {
	const { message, error, ...rest } = item.json;
	expect(rest).toEqual(inputs);
	expect(item.pairedItem).toEqual({ item: 1 });
	expect(error).toEqual({ outcome: 'invalid', description: expect.any(String) });
	expectWords(message as string, (error as IDataObject).description, field, bad);
}

const pairs = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => pairedItem);
const statuses = (desk: LiveDesk) => desk.sandbox.journal.ends().map(({ status }) => status);

/** The value under test between two good ones. */
function itemsOf({ good, item = itemOf }: Field, [, value]: BadValue): INodeExecutionData[] {
	const taken = () => item(typeof good === 'function' ? (good() as unknown) : good);
	return [taken(), item(value), taken()];
}

/** Promises, for each value, that it is refused before any request: with a stop, so that none of the items is sent. */
export function refuses(desk: LiveDesk, field: Field, values: BadValue[]): void {
	test.each(values)(
		`refuses %s in '${field.label}', and sends none of the items`,
		async (...bad) => {
			const { parameters } = field;
			const { error, items } = await desk.send({ parameters, items: itemsOf(field, bad) });
			expect(statuses(desk)).toEqual([]);
			expect(items).toEqual([]);
			expect(error?.context?.itemIndex).toBe(1);
			expectWords(error!.message, error!.description, field, bad);
		},
	);
}

/** Promises that an operation refuses one bad item alone, where the user set On Error to one of the two Continues. */
export function continuesAfter(desk: LiveDesk, field: Field, bad: BadValue): void {
	const { parameters } = field;

	test('puts a bad item on the error output, and sends the other items', async () => {
		const inputs = itemsOf(field, bad);
		const { error, items, errorItems } = await desk.send({
			parameters,
			items: inputs,
			node: { onError: 'continueErrorOutput' },
		});
		expect(error).toBeUndefined();
		expect(statuses(desk)).toEqual([200, 200]);
		expect(pairs(items)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errorItems).toHaveLength(1);
		expectErrorItem(errorItems[0], inputs[1].json, field, bad);
	});

	test('puts a bad item among the others in the regular output, and sends the others', async () => {
		const { error, items } = await desk.send({
			parameters,
			items: itemsOf(field, bad),
			node: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(statuses(desk)).toEqual([200, 200]);
		expect(pairs(items)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expectErrorItem(items[1], {}, field, bad);
	});
}
