import type { Person } from '../../../../nodes/LiveDesk/resources/contact/person';
import { delivered } from './desk';
import { ALICE, deskWith, saved, updating } from './saving';

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
		const there = deskWith({ ...ALICE, name: 'Al', contact_inboxes: places });
		const desk = updating(there, delivered({ payload: { id: 1, ...ALICE } }));
		expect(saved(desk, ALICE).body?.payload.contact_inbox).toEqual(places[1]);
	});

	test('tells a place in the inbox only where the contact has one', () => {
		const { body } = saved(deskWith({ ...ALICE, contact_inboxes: [places[0]] }), ALICE);
		expect(body?.payload).not.toHaveProperty('contact_inbox');
	});
});
