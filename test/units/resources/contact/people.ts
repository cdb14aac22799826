import * as fc from 'fast-check';
import type { JsonObject } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import type { Steps } from '../../../../nodes/LiveDesk/delivery/operation';
import type { Person } from '../../../../nodes/LiveDesk/resources/contact/person';
import { save } from '../../../../nodes/LiveDesk/resources/contact/save';
import { Desk, type Fate } from './desk';

type Fields = Required<Omit<Person, 'name'>>;
export type Key = keyof Fields;
export const KEYS: Key[] = ['identifier', 'phone_number', 'email'];

/** One is a part of another: LiveDesk finds them together. */
export const people: Fields[] = [
	{ identifier: 'c-1', phone_number: '+6681', email: 'ann@example.com' },
	{ identifier: 'c-11', phone_number: '+66811', email: 'joann@example.com' },
	{ identifier: 'c-111', phone_number: '+668111', email: 'mary.joann@example.com' },
];

/** Strangers whose names hold all of these values, so that a search brings several pages. */
export function newDesk(strangers: number): Desk {
	const desk = new Desk();
	const name = people.flatMap((person) => Object.values(person)).join(' ');
	for (let index = 0; index < strangers; index++) desk.add({ name });
	return desk;
}

export const fates = fc.array(
	fc.constantFrom<Fate>('answered', 'answered', 'lost before', 'lost after', 'throttled'),
	{ maxLength: 12 },
);
/** A save, whose tries share their notes. */
export const stepsFor = (person: Person, custom_attributes?: JsonObject) => {
	const notes = {};
	return (): Steps => save({ inbox_id: 7, person, custom_attributes }, notes);
};
