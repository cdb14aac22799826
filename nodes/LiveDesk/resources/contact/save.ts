import type { Outcome, Request, Steps } from '../../delivery/operation';
import { isObject, type JsonObject } from '../values';
import { anotherHas, bothHave, isGone, lacksAttributes, severalHave } from './clash';
import { contactIn } from './output';
import { CONTACTS_URL, readPages, type Contact } from './pages';
import {
	changesFor,
	hasValue,
	IDENTITY,
	identityOf,
	isSamePerson,
	type IdentityKey,
	type Person,
	type Wanted,
} from './person';

/**
 * Makes sure that LiveDesk has a person just once, and as given, whether it did before or not. Every request in it may be
 * repeated without harm, and so may the whole.
 *
 * @param notes keep which contact a request made that was answered
 * @returns the contact in `payload.contact`, its place in the inbox in `payload.contact_inbox`, and `created`
 */
export function* save(wanted: Wanted, notes: JsonObject): Steps {
	const [[first]] = identityOf(wanted.person);
	const own = yield* find(first, wanted.person);
	if (own.ended) return own.ended;
	if (own.contact) return yield* update(own.contact, first, wanted, notes);

	const made = yield creation(wanted);
	if (made.kind === 'delivered') return yield* complete(made.body ?? {}, wanted, notes);

	// Somebody was faster, or another value than the first belongs to a contact.
	const taken = takenIn(made, { ...wanted.person });
	if (!taken) return made;
	const other = yield* find(taken, wanted.person);
	if (other.ended) return other.ended;
	if (!other.contact) return made;
	if (!isSamePerson(other.contact, wanted.person)) return anotherHas(taken, other.contact);
	return yield* update(other.contact, taken, wanted, notes);
}

/** LiveDesk finds any part of any value: only who has just this value is meant. */
function* find(
	key: IdentityKey,
	person: Person,
): Generator<Request, { contact?: Contact; ended?: Outcome }, Outcome> {
	const value = person[key] ?? '';
	const found = yield* readPages({ q: value });
	if (!Array.isArray(found)) return { ended: found };
	const exact = found.filter((contact) => hasValue(contact, key, value) && isSegment(contact.id));
	return exact.length > 1 ? { ended: severalHave(key, exact) } : { contact: exact[0] };
}

/** @param by the value through which it was found */
function* update(contact: Contact, by: IdentityKey, wanted: Wanted, notes: JsonObject): Steps {
	const changes = changesFor(contact, wanted);
	if (Object.keys(changes).length === 0) return saved([contact], wanted, notes);
	const outcome = yield change(contact, changes);
	if (outcome.kind === 'delivered') {
		return saved([contactIn(outcome.body ?? {}) as Contact, contact], wanted, notes);
	}
	if (isRefused(outcome, 404)) return { ...outcome, reason: isGone(contact) };
	const taken = takenIn(outcome, changes);
	if (!taken) return outcome;
	const other = yield* find(taken, wanted.person);
	if (other.ended) return other.ended;
	if (!other.contact || String(other.contact.id) === String(contact.id)) return outcome;
	return bothHave([by, contact], [taken, other.contact]);
}

/** Notes a new contact, and adds what is not documented for its creation. */
function* complete(body: JsonObject, wanted: Wanted, notes: JsonObject): Steps {
	const contact = contactIn(body) as Contact;
	notes.created = contact.id;
	const place = isObject(body.payload) ? body.payload.contact_inbox : undefined;
	const known = [contact, { contact_inboxes: [place] }];
	const { custom_attributes } = wanted;
	if (!custom_attributes) return saved(known, wanted, notes);
	const outcome = yield change(contact, { custom_attributes });
	if (isRefused(outcome, 422)) return { ...outcome, reason: lacksAttributes(contact) };
	if (outcome.kind !== 'delivered') return outcome;
	return saved([contactIn(outcome.body ?? {}) as Contact, ...known], wanted, notes);
}

const creation = ({ inbox_id, person, avatar_url }: Wanted): Request => ({
	method: 'POST',
	url: CONTACTS_URL,
	body: { inbox_id, ...person, avatar_url },
	isAnswer: isContact,
});

/** Source: [D: contact/update-contact]; custom attributes are merged into what is there. */
const change = ({ id }: Contact, body: JsonObject): Request => ({
	method: 'PATCH',
	url: `${CONTACTS_URL}/${id}`,
	body,
	isAnswer: isContact,
});

const isContact = (body: JsonObject) => isSegment(contactIn(body)?.id);

/** What comes from a response must not lead a request to another URL. */
const isSegment = (id: unknown) => /^[\w-]+$/.test(String(id ?? ''));

type Refused = Outcome & { kind: 'refused' };

const isRefused = (
	outcome: Outcome,
	status: number,
): outcome is Refused & Required<Pick<Refused, 'reply'>> =>
	outcome.kind === 'refused' && outcome.reply?.statusCode === status;

/** @returns the first of the values sent that LiveDesk names in a refusal, as it does when another contact has it [C] */
function takenIn(outcome: Outcome, sent: JsonObject): IdentityKey | undefined {
	if (!isRefused(outcome, 422)) return undefined;
	const { body } = outcome.reply;
	const attributes = isObject(body) && Array.isArray(body.attributes) ? body.attributes : [];
	return IDENTITY.find((key) => key in sent && attributes.includes(key));
}

/** @param known the contact as LiveDesk showed it, the latest first */
function saved(known: JsonObject[], { inbox_id }: Wanted, notes: JsonObject): Outcome {
	const [contact] = known;
	const places = known.map((each) => placeOf(each, inbox_id)).filter(isObject);
	return {
		kind: 'delivered',
		body: {
			payload: { contact, ...(places.length > 0 ? { contact_inbox: places[0] } : {}) },
			created: String(notes.created) === String(contact.id),
		},
	};
}

/** A contact may have a place in several inboxes, or not in this one. Source: [C] */
function placeOf({ contact_inboxes: places }: JsonObject, inboxId: number): unknown {
	return Array.isArray(places)
		? places.find((place) => isObject(place) && isObject(place.inbox) && place.inbox.id === inboxId)
		: undefined;
}
