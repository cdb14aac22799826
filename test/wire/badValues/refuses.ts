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
	/** A value that the field takes. */
	good: unknown;
	/** Makes the item that brings a value. */
	item?: (value: unknown) => INodeExecutionData;
}

/** A field, where VALUE stands in it, a value that no such field takes, and what the refusal says of it. */
export type Row = [label: string, parameters: IDataObject, bad: unknown, says?: RegExp];

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

/**
 * Promises, for each value, that it is refused before any request: with a stop, so that none of the items is sent, neither
 * the bad one nor a good one before and behind it.
 */
export function refuses(
	desk: LiveDesk,
	{ label, parameters, good, item = itemOf }: Field,
	values: BadValue[],
): void {
	test.each(values)(`the node refuses %s in '${label}', and sends no item`, async (...bad) => {
		const given = [good, bad[1], good].map(item);
		const { error, items } = await desk.send({ parameters, items: given });
		expect(desk.sandbox.journal.starts()).toEqual([]);
		expect(items).toEqual([]);
		expect(error?.context?.itemIndex).toBe(1);
		expectRefusal(error!, label, 1, bad);
	});
}
