import type { Outcome } from '../../delivery/operation';
import { LABELS } from './fields';
import type { Contact } from './pages';
import type { IdentityKey } from './person';

type Refused = Outcome & { kind: 'refused' };

const UNCHANGED = 'Nothing was changed.';

const refused = (message: string, description: string): Refused => ({
	kind: 'refused',
	reason: { message, description },
});

/** Several contacts have the value that tells who it is. */
export function severalHave(key: IdentityKey, contacts: Contact[]): Refused {
	const ids = contacts.map(({ id }) => id).join(', ');
	return refused(
		`'${LABELS[key]}' matches several contacts`,
		`LiveDesk has it at the contacts with the IDs ${ids}. ${UNCHANGED} Merge them in LiveDesk, or use 'Update' with the ID of the right one.`,
	);
}

/** Somebody else has the value: another value that was given contradicts what LiveDesk knows of that contact. */
export function anotherHas(key: IdentityKey, { id }: Contact): Refused {
	return refused(
		`'${LABELS[key]}' belongs to another contact`,
		`The contact with the ID ${id} has it, and differs in another value that tells who it is. ${UNCHANGED} Check the values, or use 'Update' with that ID.`,
	);
}

/** Two of the values belong to two contacts. */
export function bothHave(
	[key, { id }]: [IdentityKey, Contact],
	[otherKey, { id: otherId }]: [IdentityKey, Contact],
): Refused {
	const [label, otherLabel] = [LABELS[key], LABELS[otherKey]];
	return refused(
		`'${label}' and '${otherLabel}' belong to different contacts`,
		`'${label}' belongs to the contact with the ID ${id}, '${otherLabel}' to the one with the ID ${otherId}. ${UNCHANGED} Check the values, or merge the contacts in LiveDesk.`,
	);
}

/** The contact was there when it was searched for, and is not any more. */
export function isGone({ id }: Contact): Refused['reason'] {
	return {
		message: 'The contact was deleted in the meantime',
		description: `LiveDesk no longer has the contact with the ID ${id}, which it had found. Run the node again to create it.`,
	};
}

/** A contact was created, but what is to be added to it is not accepted. */
export function lacksAttributes({ id }: Contact): Refused['reason'] {
	return {
		message: `LiveDesk did not accept '${LABELS.custom_attributes}'`,
		description: `The contact was created with the ID ${id}, without them. Correct them and run the node again: the same contact is updated.`,
	};
}
