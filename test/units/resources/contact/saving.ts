import type { Outcome, Request } from '../../../../nodes/LiveDesk/delivery/operation';
import type { Person, Wanted } from '../../../../nodes/LiveDesk/resources/contact/person';
import { save } from '../../../../nodes/LiveDesk/resources/contact/save';
import { carryOut, Desk, delivered, type Fields } from './desk';

export const ALICE = { name: 'Alice', email: 'alice@example.com', phone_number: '+66812345678' };

export const refused = (statusCode: number, body: Fields): Outcome => ({
	kind: 'refused',
	reply: { statusCode, headers: {}, body },
});

/** Saves a contact, and gives what came of it and which requests it took. */
export function saved(desk: Desk, person: Person, more: Omit<Partial<Wanted>, 'person'> = {}) {
	const notes = {};
	const outcome = carryOut(desk, () => save({ inbox_id: 7, ...more, person }, notes));
	return { outcome, requests: desk.requests.map(shown), body: bodyOf(outcome) };
}

export const bodyOf = (outcome: Outcome) =>
	('body' in outcome ? outcome.body : undefined) as
		| { payload: { contact: Fields; contact_inbox?: unknown }; created: boolean }
		| undefined;

const shown = ({ method, url = '', query, body }: Request) => {
	const path = url.replace('/api/v2/accounts/contacts', '');
	const parameters = query ? `?${Object.entries(query).flat().join(' ')}` : '';
	return `${method} ${path}${parameters}${body ? ` ${JSON.stringify(body)}` : ''}`;
};

export function deskWith(...contacts: Fields[]): Desk {
	const desk = new Desk();
	for (const contact of contacts) desk.add(contact);
	return desk;
}

/** A desk whose every search finds the contacts given, and which ends all other requests in one way. */
export function deskThat(finds: Fields[], ends: Outcome): Desk {
	const desk = new Desk();
	desk.answer = ({ method }) => (method === 'GET' ? delivered({ payload: finds }) : ends);
	return desk;
}

/** A desk that ends each update in the way given. */
export function updating(desk: Desk, ends: Outcome): Desk {
	const real = desk.answer.bind(desk);
	desk.answer = (request) => (request.method === 'PATCH' ? ends : real(request));
	return desk;
}
