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

export const itemOf = (value: unknown): INodeExecutionData => ({ json: { value } as IDataObject });

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

/** A refusal's title names the field and the item, and its description says what to do. */
export function expectRefusal(
	{ message, description }: { message: string; description?: unknown },
	label: string,
	item: number,
	[, value, says]: BadValue,
): void {
	expect(message).toContain(`'${label}`);
	expect(message).toContain(` [item ${item}]`);
	expectTitle(message);
	expect(description).toEqual(expect.stringMatching(/\S/));
	if (says !== undefined) expect(`${message}\n${String(description)}`).toMatch(says);
	// What comes from outside stands in the description: n8n replaces messages with some words in them.
	if (typeof value === 'string' && value.length > 4) expect(message).not.toContain(value);
}

/** The value under test between two good ones. */
export function among({ good, item = itemOf }: Field, value: unknown): INodeExecutionData[] {
	const taken = () => item(typeof good === 'function' ? (good() as unknown) : good);
	return [taken(), item(value), taken()];
}

/** Promises, for each value, that it is refused before any request: with a stop, so that none of the items is sent. */
export function refuses(desk: LiveDesk, field: Field, values: BadValue[]): void {
	const { label, parameters } = field;
	test.each(values)(`the node refuses %s in '${label}', and sends no item`, async (...bad) => {
		const { error, items } = await desk.send({ parameters, items: among(field, bad[1]) });
		expect(desk.sandbox.journal.starts()).toEqual([]);
		expect(items).toEqual([]);
		expect(error?.context?.itemIndex).toBe(1);
		expectRefusal(error!, label, 1, bad);
	});
}
