import type { IDataObject } from 'n8n-workflow';
import { FIELDS as WITHIN, OPERATIONS, PARAMETERS } from '../../support/contract';
import { useLiveDesk } from '../../support/useLiveDesk';
import { imageItem } from '../message/documented';
import { placesIn } from '../schema';
import { FIELDS } from './fields';
import { expectRefusal } from './refuses';

const desk = useLiveDesk();

describe.each(Object.entries(FIELDS))('%s', (operationOf, [base, rows]) => {
	const [resource, operation] = operationOf.split(' ');

	const cases = rows.map(([label, more, bad, says]) => ({ label, more, bad, says }));

	test.each(cases)("the node refuses $bad in '$label', and sends nothing", async (field) => {
		const { label, more, bad, says } = field;
		const { error, items } = await desk.send({
			parameters: { resource, operation, ...base, ...more },
			items: [{ ...imageItem, json: { value: bad } as IDataObject }],
		});
		expect(desk.sandbox.journal.starts()).toEqual([]);
		expect(items).toEqual([]);
		expectRefusal(error!, label, 0, ['a bad value', bad, says]);
	});
});

test('every field of every operation is among these', () => {
	/** What takes whatever comes, as a menu of two or as a switch of the output; and what has fields of its own. */
	const without = ['Identify Contact By', 'Specify Parameters', 'Simplify', 'Filters', 'Options'];
	const left = Object.entries(FIELDS).flatMap(([operationOf, [, rows]]) => {
		const [resource, operation] = operationOf.split(' ');
		const labels = PARAMETERS.filter(
			(field) =>
				[field.resource ?? resource].flat().includes(resource) &&
				(field.operations ?? [operation]).includes(operation),
		).map(({ label }) => label);
		const named = [...rows.map(([label]) => label), ...without, 'Additional Fields'];
		return labels.filter((label) => !named.includes(label));
	});
	expect(left).toEqual([]);
	const operations = Object.entries(OPERATIONS).flatMap(([resource, names]) =>
		names.map((name) => `${resource} ${name}`),
	);
	// It takes one item, and waits: its bad values are beside it.
	expect([...Object.keys(FIELDS), 'message sendAndWait'].sort()).toEqual(operations.sort());
});

test('every field within another is among these, by its public name', () => {
	/** Those of Send and Wait are beside it, those of Options in `test/units/delivery/readOptions.test.ts`. */
	const elsewhere = /^(approvalOptions|options)\./;
	const rows = Object.values(FIELDS).flatMap(([, each]) => each.map(([, more]) => more));
	const named = placesIn(rows).map((place) => place.replaceAll('[]', ''));
	const within = WITHIN.flatMap(([of, fields]) =>
		Object.keys(fields).map((name) => `${of}.${name}`),
	);
	const left = within.filter((place) => !elsewhere.test(place) && !named.includes(`.${place}`));
	expect(left).toEqual([]);
});
