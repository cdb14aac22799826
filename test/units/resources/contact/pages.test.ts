import type { Outcome, Request } from '../../../../nodes/LiveDesk/delivery/operation';
import { readPages } from '../../../../nodes/LiveDesk/resources/contact/pages';
import { delivered, type Fields } from './desk';

const contacts = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: from + index }));

/** Reads from a server that gives these pages. */
function read(pages: (page: number) => Fields, most?: number) {
	const asked: Array<Request['query']> = [];
	const steps = readPages({ q: 'a' }, most);
	let step = steps.next();
	while (!step.done) {
		asked.push(step.value.query);
		if (asked.length > 50) throw new Error('It never ends');
		step = steps.next(delivered(pages(asked.length)));
	}
	return { asked, found: step.value };
}

const ids = (found: unknown) => (found as Fields[]).map(({ id }) => id);

test('a search reads page after page until one is not full', () => {
	const { asked, found } = read((page) => ({
		meta: { count: page < 3 ? 15 : 4 },
		payload: contacts(page * 15, page < 3 ? 15 : 4),
	}));
	expect(asked).toEqual([{ q: 'a' }, { q: 'a', page: '2' }, { q: 'a', page: '3' }]);
	expect(ids(found)).toEqual(ids(contacts(15, 34)));
});

test('a search reads on where pages are smaller, but there are more contacts than that', () => {
	const { asked, found } = read((page) => ({
		meta: { count: '5', current_page: String(page) },
		payload: contacts(page * 2, page < 3 ? 2 : 1),
	}));
	expect(asked).toHaveLength(3);
	expect(ids(found)).toEqual([2, 3, 4, 5, 6]);
});

test('a search ends where a page brings nothing new, as from a server that knows no pages', () => {
	const { asked, found } = read(() => ({ meta: { count: 500 }, payload: contacts(1, 15) }));
	expect(asked).toHaveLength(2);
	expect(ids(found)).toEqual(ids(contacts(1, 15)));
});

test('a search takes each contact once, where one has moved to the next page', () => {
	const { found } = read((page) => ({
		payload: contacts(page === 1 ? 1 : 15, page === 1 ? 15 : 3),
	}));
	expect(ids(found)).toEqual(ids(contacts(1, 17)));
});

test.each([
	[1, 1, 1],
	[15, 1, 15],
	[16, 2, 16],
	[100, 3, 40],
])('a search reads no more pages than %d contacts need', (most, pages, count) => {
	const { asked, found } = read(
		(page) => ({ payload: contacts(page * 15, page < 3 ? 15 : 10) }),
		most,
	);
	expect(asked).toHaveLength(pages);
	expect(found).toHaveLength(count);
});

test('a search leaves out what is no contact', () => {
	const { found } = read(() => ({ payload: [null, 'a', {}, { id: null }, [1], { id: 7 }] }));
	expect(found).toEqual([{ id: 7 }]);
});

test('a search gives what kept LiveDesk from answering', () => {
	const refused: Outcome = { kind: 'refused', reply: { statusCode: 401, headers: {}, body: '' } };
	const steps = readPages({});
	expect(steps.next().value).toMatchObject({ method: 'GET', url: '/api/v2/accounts/contacts' });
	expect(steps.next(refused)).toEqual({ done: true, value: refused });
});

test('a list is asked for without a question mark that nothing follows', () => {
	expect(readPages({}).next().value).not.toHaveProperty('query');
});
