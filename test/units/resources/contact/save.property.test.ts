import * as fc from 'fast-check';
import type { JsonObject } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import type { Outcome, Steps } from '../../../../nodes/LiveDesk/delivery/operation';
import {
	hasValue,
	identityOf,
	type Person,
} from '../../../../nodes/LiveDesk/resources/contact/person';
import { save } from '../../../../nodes/LiveDesk/resources/contact/save';
import { carryOut, Desk, tries, type DeskContact, type Fate } from './desk';

type Fields = Required<Omit<Person, 'name'>>;
type Key = keyof Fields;
const KEYS: Key[] = ['identifier', 'phone_number', 'email'];

/** One is a part of another: LiveDesk finds them together. */
const people: Fields[] = [
	{ identifier: 'c-1', phone_number: '+6681', email: 'ann@example.com' },
	{ identifier: 'c-11', phone_number: '+66811', email: 'joann@example.com' },
	{ identifier: 'c-111', phone_number: '+668111', email: 'mary.joann@example.com' },
];

/** Strangers whose names hold all of these values, so that a search brings several pages. */
function newDesk(strangers: number): Desk {
	const desk = new Desk();
	const name = people.flatMap((person) => Object.values(person)).join(' ');
	for (let index = 0; index < strangers; index++) desk.add({ name });
	return desk;
}

const fates = fc.array(
	fc.constantFrom<Fate>('answered', 'answered', 'lost before', 'lost after', 'throttled'),
	{ maxLength: 12 },
);
const written = (email: string) => fc.constantFrom(email, email.toUpperCase());

/** What is known of a person: the value that everybody knows, and whatever else. */
const knowledge = (who: number, common: Key) =>
	fc
		.record({ others: fc.subarray(KEYS), email: written(people[who].email), tier: fc.nat(2) })
		.map(({ others, email, tier }) => {
			const keys = KEYS.filter((key) => key === common || others.includes(key));
			const known = { ...people[who], email };
			const person: Person = Object.fromEntries(keys.map((key) => [key, known[key]]));
			return { who, person, tier };
		});

/** Items about three people, in any order, and what LiveDesk knows of some of them. */
const scene = fc.tuple(...people.map(() => fc.constantFrom(...KEYS))).chain((common) =>
	fc.record({
		common: fc.constant(common),
		strangers: fc.constantFrom(0, 1, 14, 15, 31),
		known: fc.tuple(...common.map((key, who) => fc.option(knowledge(who, key)))),
		items: fc.array(
			fc
				.nat(people.length - 1)
				.chain((who) => fc.record({ row: knowledge(who, common[who]), fates })),
			{ minLength: 2, maxLength: 5 },
		),
		turns: fc.infiniteStream(fc.nat(1000)),
	}),
);

const stepsFor = (person: Person, custom_attributes?: JsonObject) => {
	const notes = {};
	return (): Steps => save({ inbox_id: 7, person, custom_attributes }, notes);
};

/** Runs all of them at once, in turns; those with the same decisive value one after the other, as in a lane. */
function atOnce(
	all: Array<{ lane: string; run: Generator<void, Outcome> }>,
	turns: Iterator<number>,
): Outcome[] {
	const endings = new Map<object, Outcome>();
	for (;;) {
		const waiting = all.filter((each) => !endings.has(each));
		const heads = waiting.filter((each) => waiting.find(({ lane }) => lane === each.lane) === each);
		if (heads.length === 0) return all.map((each) => endings.get(each)!);
		const one = heads[turns.next().value % heads.length];
		const step = one.run.next();
		if (step.done) endings.set(one, step.value);
	}
}

test('items about the same people leave one contact each, in any order, at once, and whatever is lost', () => {
	fc.assert(
		fc.property(scene, ({ common, strangers, known, items, turns }) => {
			const desk = newDesk(strangers);
			for (const one of known) if (one) desk.add({ ...one.person });
			const endings = atOnce(
				items.map(({ row, fates: way }) => {
					const [[, value]] = identityOf(row.person);
					const steps = stepsFor(row.person, { tier: row.tier });
					return { lane: value.toLowerCase(), run: tries(desk, steps, way.values()) };
				}),
				turns,
			);
			expect(endings.map(({ kind }) => kind)).toEqual(items.map(() => 'delivered'));
			people.forEach((person, who) => {
				const rows = items.filter(({ row }) => row.who === who).map(({ row }) => row.person);
				const told = [known[who]?.person ?? {}, ...rows];
				const key = common[who];
				const found = desk.contacts.filter((each) => hasValue(each, key, person[key]));
				expect(found).toHaveLength(rows.length > 0 || known[who] ? 1 : 0);
				for (const contact of found) {
					for (const each of KEYS) {
						const isTold = told.some((fields) => each in fields);
						expect(lower(contact[each])).toBe(isTold ? person[each] : null);
					}
				}
			});
			expect(desk.contacts.slice(0, strangers)).toEqual(newDesk(strangers).contacts);
		}),
		{ numRuns: 150 },
	);
});

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

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
