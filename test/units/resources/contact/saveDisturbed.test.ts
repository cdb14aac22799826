import type { Outcome, Request } from '../../../../nodes/LiveDesk/delivery/operation';
import { isPage } from '../../../../nodes/LiveDesk/resources/contact/pages';
import type { Person } from '../../../../nodes/LiveDesk/resources/contact/person';
import { Desk, delivered, type Fields } from './desk';
import { ALICE, deskThat, deskWith, refused, saved } from './saving';

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
		const taken = { message: 'Phone number is taken', attributes: ['phone_number'] };
		const answer = refused(422, taken);
		expect(saved(deskThat([], answer), ALICE).outcome).toEqual(answer);
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
		const desk = deskThat([{ id: 5, name: 'A' }], refused(400, {}));
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
		const answer = refused(422, { message: 'Name is too long', attributes: ['name'] });
		expect(saved(deskThat([], answer), ALICE).outcome).toEqual(answer);
	});

	test('a contact that is gone when it is updated is told so', () => {
		const desk = deskThat([{ id: 5, email: 'a@example.com' }], refused(404, {}));
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
