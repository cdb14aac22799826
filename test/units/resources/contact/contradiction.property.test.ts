import * as fc from 'fast-check';
import type { Outcome } from '../../../../nodes/LiveDesk/delivery/operation';
import {
	hasValue,
	identityOf,
	type Person,
} from '../../../../nodes/LiveDesk/resources/contact/person';
import { carryOut, type DeskContact } from './desk';
import { fates, KEYS, newDesk, people, stepsFor } from './people';

/** Any values of anybody together. */
const anyPerson = fc
	.tuple(...KEYS.map((key) => fc.option(fc.constantFrom(...people.map((each) => each[key])))))
	.filter((values) => values.some((value) => value !== null))
	.map(
		(values): Person =>
			Object.fromEntries(
				KEYS.map((key, index) => [key, values[index]]).filter(([, value]) => value !== null),
			),
	);

test('values that contradict each other change nobody, and no contact but the one that is meant is ever changed', () => {
	const rows = fc.array(fc.record({ person: anyPerson, fates }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(rows, fc.constantFrom(0, 16), (items, strangers) => {
			const desk = newDesk(strangers);
			for (const { person, fates: way } of items) {
				const before = structuredClone(desk.contacts);
				const outcome = carryOut(desk, stepsFor(person), way.values());
				expectOnlyTheMeant(before, desk.contacts, person, outcome);
			}
		}),
		{ numRuns: 250 },
	);
});

function expectOnlyTheMeant(
	before: DeskContact[],
	after: DeskContact[],
	person: Person,
	outcome: Outcome,
): void {
	if (outcome.kind !== 'delivered') {
		expect(outcome.kind).toBe('refused');
		expect(after).toEqual(before);
		return;
	}
	expect(after.length - before.length).toBeLessThanOrEqual(1);
	const { contact } = (outcome.body as { payload: { contact: DeskContact } }).payload;
	expect(after.find(({ id }) => id === contact.id)).toEqual(contact);
	const identity = identityOf(person);
	for (const [key, value] of identity) expect(hasValue(contact, key, value)).toBe(true);
	for (const old of before) {
		const now = after.find(({ id }) => id === old.id);
		if (old.id !== contact.id) {
			expect(now).toEqual(old);
			continue;
		}
		// It was known by the value that decides, or by another with nothing against it.
		const [[first, value]] = identity;
		const isFree = identity.every(([key, each]) => !old[key] || hasValue(old, key, each));
		const isKnown = identity.some(([key, each]) => hasValue(old, key, each));
		expect(hasValue(old, first, value) || (isFree && isKnown)).toBe(true);
	}
}
