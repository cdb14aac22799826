import { asObject, type JsonObject } from '../values';
import type { Contact } from './pages';

/** What a contact is known by, unique in a project [C]: the first of them that is given decides who it is. */
export const IDENTITY = ['identifier', 'phone_number', 'email'] as const;
export type IdentityKey = (typeof IDENTITY)[number];

/** What is known of a person, by LiveDesk's names. */
export interface Person {
	name?: string;
	email?: string;
	phone_number?: string;
	identifier?: string;
}

/** How a contact should be: what is absent may stay as it is. */
export interface Wanted {
	inbox_id: number;
	person: Person;
	avatar_url?: string;
	custom_attributes?: JsonObject;
}

/** @returns the values that tell who it is, the one that decides first */
export function identityOf(person: Person): Array<[key: IdentityKey, value: string]> {
	return IDENTITY.flatMap((key): Array<[IdentityKey, string]> => {
		const value = person[key];
		return value === undefined ? [] : [[key, value]];
	});
}

/** @returns whether LiveDesk has this value; it takes email addresses for equal whatever their case [C] */
export function hasValue(contact: JsonObject, key: keyof Person, value: string): boolean {
	const there = contact[key];
	if (typeof there !== 'string') return false;
	return key === 'email' ? there.toLowerCase() === value.toLowerCase() : there === value;
}

/** @returns whether nothing that tells who it is speaks against the contact */
export function isSamePerson(contact: Contact, person: Person): boolean {
	return identityOf(person).every(([key, value]) => {
		const there = contact[key];
		const isEmpty = there === undefined || there === null || there === '';
		return isEmpty || hasValue(contact, key, value);
	});
}

/**
 * @returns the body that makes the contact as it should be, without anything that is so already. The picture is always
 * in it: its URL cannot be compared with the one that LiveDesk shows.
 */
export function changesFor(contact: Contact, wanted: Wanted): JsonObject {
	const { person, avatar_url, custom_attributes = {} } = wanted;
	const fields = Object.entries(person).filter(
		([key, value]) => !hasValue(contact, key as keyof Person, value as string),
	);
	const there = asObject(contact.custom_attributes);
	const attributes = Object.entries(custom_attributes).filter(
		([name, value]) => !(Object.hasOwn(there, name) && isEqual(there[name], value)),
	);
	return {
		...Object.fromEntries(fields),
		...(avatar_url === undefined ? {} : { avatar_url }),
		...(attributes.length === 0 ? {} : { custom_attributes: Object.fromEntries(attributes) }),
	};
}

/** Of what JSON can hold. */
function isEqual(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const [left, right] = [Object.entries(one), other as JsonObject];
	return (
		left.length === Object.keys(other).length &&
		left.every(([key, value]) => Object.hasOwn(right, key) && isEqual(value, right[key]))
	);
}
