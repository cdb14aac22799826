import * as fc from 'fast-check';
import type { Outcome } from '../../../../nodes/LiveDesk/delivery/operation';
import {
	hasValue,
	identityOf,
	type Person,
} from '../../../../nodes/LiveDesk/resources/contact/person';
import { tries } from './desk';
import { fates, KEYS, newDesk, people, stepsFor, type Key } from './people';

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
