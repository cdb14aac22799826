import { list } from '../../../../nodes/LiveDesk/resources/contact/list';

describe('the list of contacts', () => {
	test.each<[object, string]>([
		[{ name: 'Alice', email: 'a@example.com', phone_number: '+66' }, 'Alice (a@example.com)'],
		[{ name: 'Alice', email: null, phone_number: '+66' }, 'Alice (+66)'],
		[{ name: 'Alice', identifier: 'c-1' }, 'Alice (c-1)'],
		[{ name: 'Alice' }, 'Alice'],
		[{ name: ' ', phone_number: '+66' }, '+66'],
		[{ name: null, email: '' }, 'Contact 7'],
	])('shows %j as "%s"', (contact, name) => {
		expect(list.entries({ payload: [{ id: 7, ...contact }] })).toEqual([{ name, value: 7 }]);
	});

	test('ends where a server gives nothing, whatever it counts', () => {
		expect(list.hasMore({ meta: { count: 500 }, payload: [] }, 3)).toBe(false);
	});
});
