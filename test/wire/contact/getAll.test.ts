import type { IDataObject } from 'n8n-workflow';
import { pairedWith, pairs, statuses } from '../../support/results';
import { divert, retryOnFail } from '../../support/settings';
import { useLiveDesk } from '../../support/useLiveDesk';
import { requests } from './requests';

const desk = useLiveDesk({ conversations: [] });
const getAll = { resource: 'contact', operation: 'getAll' };

const people = Array.from({ length: 52 }, (_, index) => ({
	name: `Person ${String(index).padStart(2, '0')}`,
	email: `p${index}@example.com`,
}));
beforeAll(() => {
	for (const person of people) {
		const labels = person.name.endsWith('1') ? ['vip', 'old'] : ['new'];
		desk.sandbox.addContact({ ...person, labels, lastActivityAt: 1_700_000_000, inboxId: 523 });
	}
});

const send = async (parameters: IDataObject, more: object = {}) =>
	await desk.send({ parameters: { ...getAll, ...parameters }, ...more });
const names = ({ items }: Awaited<ReturnType<typeof send>>) => items.map(({ json }) => json.name);

describe('Get Many', () => {
	test('outputs one item per contact, page after page', async () => {
		const result = await send({ returnAll: true });
		expect(names(result)).toEqual(people.map(({ name }) => name));
		expect(pairs(result.items)).toEqual(people.map(() => ({ item: 0 })));
		expect(requests(desk)).toEqual(['GET', 'GET ?page=2', 'GET ?page=3', 'GET ?page=4']);
		expect(desk.sandbox.journal.inFlightPeak()).toBe(1);
	});

	test('outputs what matters of each contact', async () => {
		const { items } = await send({ limit: 1 });
		expect(items).toEqual([
			{
				json: {
					id: expect.any(Number),
					...people[0],
					phone_number: null,
					identifier: null,
					blocked: false,
					custom_attributes: {},
					last_activity_at: '2023-11-14T22:13:20.000Z',
					created_at: expect.stringMatching(/^20\d\d-.*Z$/),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('outputs the contacts as they came, without Simplify', async () => {
		const { items } = await send({ limit: 2, simplify: false });
		const whole = { contact_inboxes: [expect.anything()] };
		expect(items).toMatchObject(people.slice(0, 2).map((one) => ({ json: { ...one, ...whole } })));
	});

	test('outputs nothing where there is none', async () => {
		const { items, error } = await send({ searchTerm: 'nobody' });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});

	test.each([
		[1, 1],
		[15, 1],
		[16, 2],
		[50, 4],
	])('reads no more than the limit of %d needs: pages %d', async (limit, pages) => {
		const { items } = await send({ limit });
		expect(items).toHaveLength(limit);
		expect(requests(desk)).toHaveLength(pages);
	});

	test('has a limit of 50 unless told', async () => {
		expect((await send({})).items).toHaveLength(50);
	});

	test('searches by a term of each item', async () => {
		const { items } = await send(
			{ searchTerm: '={{ $json.term }}', returnAll: true },
			{ items: [{ term: 'person 31' }, { term: 'p30@' }] },
		);
		expect(items.map(({ json }) => json.name)).toEqual(['Person 31', 'Person 30']);
		expect(pairs(items)).toEqual(pairedWith(0, 1));
	});

	test('filters by labels, in an order', async () => {
		const filters = { labels: 'vip', sort: 'name', direction: 'desc' };
		const found = names(await send({ filters }));
		expect(found).toEqual([5, 4, 3, 2, 1, 0].map((tens) => `Person ${tens}1`));
		expect(requests(desk)).toEqual(['GET ?labels=vip&sort=name&direction=desc']);
	});

	test.each<[unknown, string]>([
		['vip, new', '?labels%5B%5D=vip&labels%5B%5D=new'],
		['={{ ["vip", "new"] }}', '?labels%5B%5D=vip&labels%5B%5D=new'],
		['={{ ["vip"] }}', '?labels=vip'],
	])('filters by several labels: %j', async (labels, query) => {
		await send({ filters: { labels: labels as string }, limit: 1 });
		expect(requests(desk)).toEqual([`GET ${query}`]);
		expect(statuses(desk.sandbox)).toEqual([200]);
	});
});

test('Get Many waits where LiveDesk limits the rate, and goes on with the same page', async () => {
	desk.sandbox.script({ kind: 'contactSearch', query: { page: '2' }, status: 429, retryAfter: 0 });
	const { items } = await send({ returnAll: true });
	expect(items).toHaveLength(people.length);
	expect(statuses(desk.sandbox)).toEqual([200, 429, 200, 200, 200]);
});

test('Get Many reads again with Retry On Fail after a lost page', async () => {
	desk.sandbox.script({ kind: 'contactSearch', query: { page: '2' }, drop: 'after-body' });
	const { items, error } = await send({ returnAll: true }, { node: retryOnFail });
	expect(error).toBeUndefined();
	expect(items).toHaveLength(people.length);
});

test('Get Many outputs the contacts of the other items, where one item is bad and On Error continues', async () => {
	const { items, errorItems } = await send(
		{ limit: '={{ $json.limit }}' },
		{ items: [1, 0, 2].map((limit) => ({ limit })), node: divert },
	);
	expect(pairs(items)).toEqual(pairedWith(0, 2, 2));
	expect(errorItems).toMatchObject([
		{ json: { limit: 0, error: { outcome: 'invalid' } }, pairedItem: { item: 1 } },
	]);
	expect(requests(desk)).toEqual(['GET', 'GET']);
});

test('Get Many tells what LiveDesk said where it refuses', async () => {
	desk.sandbox.script({ kind: 'contactSearch', status: 401, body: { error: 'No right' } });
	const { error } = await send({});
	expect(error?.httpCode).toBe('401');
	expect(error?.description).toContain('No right');
});

test.each([
	['no list', { payload: {} }],
	['a refusal with HTTP 200', { code: 40001, message: 'Not allowed' }],
])('Get Many takes %s for no search', async (_, body) => {
	desk.sandbox.script({ kind: 'contactSearch', body });
	const { items, error } = await send({});
	expect(items).toEqual([]);
	expect(error?.message).toMatch(/^LiveDesk did not .* \[item 0\]$/);
});
