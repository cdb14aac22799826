import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { LiveDesk, Result } from '../support/livedesk';

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
	['blanks', ' \t\n'],
	['null', null],
	['undefined', undefined],
];

/** A title names a field in single quotes, and says what happened in words that do not alarm. */
export function expectTitle(message: string): void {
	expect(message).toMatch(/^'[A-Z][^']*'[ ,] ?\S/);
	expect(message).not.toMatch(/error|problem|failure|mistake/i);
}

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

/** Promises, for each value, that it is refused before any request, whatever is set under On Error. */
export function refuses(desk: LiveDesk, field: Field, values: BadValue[]): void {
	const { label, parameters, good, item = itemOf } = field;

	describe.each(values)(`refuses %s in '${label}'`, (...bad) => {
		const taken = () => (typeof good === 'function' ? (good() as unknown) : good);
		const badItem = item(bad[1]);
		const itemsOf = () => [item(taken()), badItem, item(taken())];
		const send = async (node: Parameters<LiveDesk['send']>[0]['node']): Promise<Result> =>
			await desk.send({ parameters, items: itemsOf(), node });
		const statuses = () => desk.sandbox.journal.ends().map(({ status }) => status);

		test('with a stop, and sends none of the items', async () => {
			const { error, items: output } = await send({});
			expect(statuses()).toEqual([]);
			expect(output).toEqual([]);
			expect(error?.context?.itemIndex).toBe(1);
			expectWords(error!.message, error!.description, field, bad);
		});

		test('on the error output, and sends the other items', async () => {
			const { error, items: output, errorItems } = await send({ onError: 'continueErrorOutput' });
			expect(error).toBeUndefined();
			expect(statuses()).toEqual([200, 200]);
			expect(pairs(output)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(errorItems).toHaveLength(1);
			expectErrorItem(errorItems[0], badItem.json, field, bad);
		});

		test('in the regular output, and sends the other items', async () => {
			const { error, items: output } = await send({ onError: 'continueRegularOutput' });
			expect(error).toBeUndefined();
			expect(statuses()).toEqual([200, 200]);
			expect(pairs(output)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expectErrorItem(output[1], {}, field, bad);
		});
	});
}
