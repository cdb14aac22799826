import type { Outcome, Request } from '../../../../nodes/LiveDesk/delivery/operation';
import { isPage } from '../../../../nodes/LiveDesk/resources/contact/pages';
import type { Person, Wanted } from '../../../../nodes/LiveDesk/resources/contact/person';
import { save } from '../../../../nodes/LiveDesk/resources/contact/save';
import { carryOut, Desk, delivered, type Fields } from './desk';

const ALICE = { name: 'Alice', email: 'alice@example.com', phone_number: '+66812345678' };

const refused = (statusCode: number, body: Fields): Outcome => ({
	kind: 'refused',
	reply: { statusCode, headers: {}, body },
});

/** Saves a contact, and gives what came of it and which requests it took. */
function saved(desk: Desk, person: Person, more: Omit<Partial<Wanted>, 'person'> = {}) {
	const notes = {};
	const outcome = carryOut(desk, () => save({ inbox_id: 7, ...more, person }, notes));
	return { outcome, requests: desk.requests.map(shown), body: bodyOf(outcome) };
}

const bodyOf = (outcome: Outcome) =>
	('body' in outcome ? outcome.body : undefined) as
		| { payload: { contact: Fields; contact_inbox?: unknown }; created: boolean }
		| undefined;

const shown = ({ method, url = '', query, body }: Request) => {
	const path = url.replace('/api/v2/accounts/contacts', '');
	const parameters = query ? `?${Object.entries(query).flat().join(' ')}` : '';
	return `${method} ${path}${parameters}${body ? ` ${JSON.stringify(body)}` : ''}`;
};

function deskWith(...contacts: Fields[]): Desk {
	const desk = new Desk();
	for (const contact of contacts) desk.add(contact);
	return desk;
}

describe('a contact', () => {
	test.each<[string, Person, string]>([
		['the identifier before all', { ...ALICE, identifier: 'c-1' }, 'c-1'],
		['the phone number before the email', ALICE, '+66812345678'],
		['the email where there is nothing else', { email: ALICE.email }, ALICE.email],
	])('is known by %s', (_, person, value) => {
		expect(saved(deskWith(), person).requests[0]).toBe(`GET ?q ${value}`);
	});
});

describe('a save takes', () => {
	test('one where the contact is as it should be', () => {
		const { requests, body } = saved(deskWith({ ...ALICE, custom_attributes: { a: [1] } }), ALICE, {
			custom_attributes: { a: [1] },
		});
		expect(requests).toEqual(['GET ?q +66812345678']);
		expect(body).toMatchObject({ payload: { contact: { id: 1, ...ALICE } }, created: false });
	});

	test('one where an email differs in case alone', () => {
		const desk = deskWith({ email: 'Alice@Example.com' });
		expect(saved(desk, { email: 'alice@example.COM' }).requests).toHaveLength(1);
	});

	test('two where something differs, and sends just that', () => {
		const there = {
			...ALICE,
			name: 'Al',
			custom_attributes: { tier: 'gold', old: { b: 1, c: 2 } },
		};
		const custom_attributes = { tier: 'silver', old: { c: 2, b: 1 }, new: null };
		const { requests, body } = saved(deskWith(there), ALICE, { custom_attributes });
		expect(requests).toEqual([
			'GET ?q +66812345678',
			'PATCH /1 {"name":"Alice","custom_attributes":{"tier":"silver","new":null}}',
		]);
		expect(body).toMatchObject({ payload: { contact: { name: 'Alice' } }, created: false });
	});

	test('two for a picture, whose URL cannot be compared', () => {
		const { requests } = saved(deskWith(ALICE), ALICE, { avatar_url: 'https://example.com/a.png' });
		expect(requests[1]).toBe('PATCH /1 {"avatar_url":"https://example.com/a.png"}');
		expect(requests).toHaveLength(2);
	});

	test('two for a new contact', () => {
		const { requests, body } = saved(deskWith(), ALICE, {
			avatar_url: 'https://example.com/a.png',
		});
		expect(requests).toEqual([
			'GET ?q +66812345678',
			`POST  ${JSON.stringify({ inbox_id: 7, ...ALICE, avatar_url: 'https://example.com/a.png' })}`,
		]);
		expect(body).toMatchObject({ payload: { contact: { id: 1, ...ALICE } }, created: true });
	});

	test('three for a new contact with custom attributes, which the creation is not known to take', () => {
		const { requests, body } = saved(deskWith(), ALICE, { custom_attributes: { tier: 'gold' } });
		expect(requests.slice(1)).toEqual([
			`POST  ${JSON.stringify({ inbox_id: 7, ...ALICE })}`,
			'PATCH /1 {"custom_attributes":{"tier":"gold"}}',
		]);
		expect(body?.created).toBe(true);
		expect(body?.payload.contact.custom_attributes).toEqual({ tier: 'gold' });
	});
});

test('values are compared exactly, over all pages of a search', () => {
	const others = Array.from({ length: 31 }, (_, index) => ({
		phone_number: `${ALICE.phone_number}${index}`,
	}));
	const { requests, body } = saved(deskWith(...others, ALICE), ALICE);
	expect(requests).toEqual(
		[1, 2, 3].map((page) => `GET ?q +66812345678${page > 1 ? ` page ${page}` : ''}`),
	);
	expect(body?.payload.contact.id).toBe(32);
});

describe('a save that meets a contact which another run was faster to create', () => {
	/** LiveDesk does not find yet what it has. */
	class Late extends Desk {
		override answer(request: Request): Outcome {
			const isFirst = this.requests.length === 0;
			const outcome = super.answer(request);
			return isFirst ? delivered({ payload: [] }) : outcome;
		}
	}

	test('updates it', () => {
		const desk = new Late();
		desk.add({ phone_number: ALICE.phone_number });
		const { requests, body } = saved(desk, ALICE);
		expect(requests.map((each) => each.split(' ')[0])).toEqual(['GET', 'POST', 'GET', 'PATCH']);
		expect(requests[3]).toBe('PATCH /1 {"name":"Alice","email":"alice@example.com"}');
		expect(body).toMatchObject({ payload: { contact: { id: 1, ...ALICE } }, created: false });
	});

	test('tells what LiveDesk says where the other is gone again', () => {
		const desk = new Desk();
		desk.answer = (request) =>
			request.method === 'GET'
				? delivered({ payload: [] })
				: refused(422, {
						message: 'Phone number has already been taken',
						attributes: ['phone_number'],
					});
		expect(saved(desk, ALICE).outcome).toEqual(
			refused(422, {
				message: 'Phone number has already been taken',
				attributes: ['phone_number'],
			}),
		);
	});
});

describe('a save that changes nobody, since it is not clear who is meant,', () => {
	/** The outcome, and that the contacts are as they were. */
	function refusal(contacts: Fields[], person: Person) {
		const desk = deskWith(...contacts);
		const before = structuredClone(desk.contacts);
		const { outcome } = saved(desk, person);
		expect(desk.contacts).toEqual(before);
		return outcome;
	}

	test('tells of several contacts with the value, with their IDs', () => {
		const contacts = [{ email: 'A@example.com' }, { name: 'B' }, { email: 'a@example.com' }];
		expect(refusal(contacts, { email: 'a@example.com' })).toEqual({
			kind: 'refused',
			reason: {
				message: "'Email' matches several contacts",
				description: expect.stringContaining('the IDs 1, 3.'),
			},
		});
	});

	test('tells of another value that belongs to somebody else, with the ID', () => {
		const bob = { phone_number: '+6699', email: ALICE.email };
		expect(refusal([bob], { ...ALICE, identifier: 'c-1' })).toEqual({
			kind: 'refused',
			reason: {
				message: "'Email' belongs to another contact",
				description: expect.stringContaining('the ID 1 '),
			},
		});
	});

	test.each<[string, Person]>([
		['the first value has a contact', ALICE],
		['only the others have contacts', { ...ALICE, identifier: 'c-1' }],
	])('tells of two contacts with both IDs where %s', (_, person) => {
		const contacts = [{ email: ALICE.email }, { name: 'B' }, { phone_number: ALICE.phone_number }];
		const outcome = refusal(contacts, person);
		expect(outcome).toMatchObject({
			kind: 'refused',
			reason: { message: "'Phone Number' and 'Email' belong to different contacts" },
		});
		const { description } = (outcome as { reason: { description: string } }).reason;
		expect(description).toContain("'Phone Number' belongs to the contact with the ID 3");
		expect(description).toContain("'Email' to the one with the ID 1");
	});
});

describe('of what LiveDesk gives', () => {
	test('a contact without the value that was searched for is not taken for the one', () => {
		const desk = new Desk();
		desk.answer = ({ method }) =>
			method === 'GET' ? delivered({ payload: [{ id: 5, name: 'A' }] }) : refused(400, {});
		expect(saved(desk, { email: 'a@example.com' }).outcome).toEqual(refused(400, {}));
	});

	test('an ID that would lead to another URL is none', () => {
		const desk = new Desk();
		const urls: unknown[] = [];
		desk.answer = ({ method, url }) => {
			urls.push(url);
			const contact = { id: '5/../6', email: 'a@example.com' };
			return method === 'GET' ? delivered({ payload: [contact] }) : refused(400, {});
		};
		saved(desk, { email: 'a@example.com', name: 'A' });
		expect(urls).toEqual(Array(2).fill('/api/v2/accounts/contacts'));
	});

	test('a refusal that names other fields is told as it is', () => {
		const desk = new Desk();
		const answer = refused(422, { message: 'Name is too long', attributes: ['name'] });
		desk.answer = ({ method }) => (method === 'GET' ? delivered({ payload: [] }) : answer);
		const { outcome } = saved(desk, ALICE);
		expect(outcome).toEqual(answer);
	});

	test('a contact that is gone when it is updated is told so', () => {
		const desk = new Desk();
		desk.answer = ({ method }) =>
			method === 'GET'
				? delivered({ payload: [{ id: 5, email: 'a@example.com' }] })
				: refused(404, {});
		expect(saved(desk, { email: 'a@example.com', name: 'A' }).outcome).toMatchObject({
			kind: 'refused',
			reason: { message: 'The contact was deleted in the meantime' },
		});
	});

	test('what each request takes for a good response is told to delivery', () => {
		const requests: Request[] = [];
		const desk = deskWith();
		const real = desk.answer.bind(desk);
		desk.answer = (request) => (requests.push(request), real(request));
		saved(desk, ALICE, { custom_attributes: { a: 1 } });
		const [search, create, change] = requests;
		expect(search.isAnswer).toBe(isPage);
		for (const { isAnswer } of [create, change]) {
			expect(isAnswer!({ payload: { contact: { id: 7 } } })).toBe(true);
			expect(isAnswer!({ payload: { id: 7 } })).toBe(true);
			expect(isAnswer!({ id: 7 })).toBe(true);
			expect(isAnswer!({ payload: { contact: { id: '7/..' } } })).toBe(false);
			expect(isAnswer!({ code: 40001 })).toBe(false);
		}
	});
});

describe('a save', () => {
	const places = [
		{ source_id: 'other', inbox: { id: 8 } },
		{ source_id: 'mine', inbox: { id: 7 } },
	];

	test('tells the place in the inbox of a contact that was found', () => {
		const { body } = saved(deskWith({ ...ALICE, contact_inboxes: places }), ALICE);
		expect(body?.payload.contact_inbox).toEqual(places[1]);
	});

	test('tells the place in the inbox of a contact that was updated, where the response lacks it', () => {
		const desk = deskWith({ ...ALICE, name: 'Al', contact_inboxes: places });
		const real = desk.answer.bind(desk);
		desk.answer = (request) =>
			request.method === 'PATCH' ? delivered({ payload: { id: 1, ...ALICE } }) : real(request);
		expect(saved(desk, ALICE).body?.payload.contact_inbox).toEqual(places[1]);
	});

	test('tells a place in the inbox only where the contact has one', () => {
		const { body } = saved(deskWith({ ...ALICE, contact_inboxes: [places[0]] }), ALICE);
		expect(body?.payload).not.toHaveProperty('contact_inbox');
	});
});

describe('a later try of a run', () => {
	test('remembers the contact that was created, where the request behind it was lost', () => {
		const desk = deskWith();
		const notes = {};
		const wanted = { inbox_id: 7, person: ALICE, custom_attributes: { tier: 'gold' } };
		const fates = (['answered', 'answered', 'lost before'] as const).values();
		const outcome = carryOut(desk, () => save(wanted, notes), fates);
		expect(bodyOf(outcome)).toMatchObject({
			payload: { contact: { id: 1, custom_attributes: { tier: 'gold' } } },
			created: true,
		});
		expect(desk.newIds).toEqual([1]);
	});

	test('remembers nothing of a creation whose response never came', () => {
		const desk = deskWith();
		const notes = {};
		const fates = (['answered', 'lost after'] as const).values();
		const outcome = carryOut(desk, () => save({ inbox_id: 7, person: ALICE }, notes), fates);
		expect(bodyOf(outcome)).toMatchObject({ payload: { contact: { id: 1 } }, created: false });
		expect(desk.newIds).toEqual([1]);
	});

	test('remembers that the contact is there, where its custom attributes are refused', () => {
		const desk = deskWith();
		const real = desk.answer.bind(desk);
		desk.answer = (request) =>
			request.method === 'PATCH' ? refused(422, { error: 'No' }) : real(request);
		expect(saved(desk, ALICE, { custom_attributes: { a: 1 } }).outcome).toEqual({
			...refused(422, { error: 'No' }),
			reason: {
				message: "LiveDesk did not accept 'Custom Attributes'",
				description: expect.stringContaining('created with the ID 1'),
			},
		});
	});
});
