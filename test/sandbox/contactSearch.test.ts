import type { Contact } from '../../sandbox';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox({ conversations: [] });
const path = '/api/v2/accounts/contacts';

interface Page {
	meta: { count: number; current_page: number | string };
	payload: Array<Contact & { contact_inboxes?: object[] }>;
}

async function search(query?: string | Record<string, string>): Promise<Page> {
	const { status, body } = await context.desk.contacts(query);
	expect(status).toBe(200);
	return body as Page;
}

const namesOf = ({ payload }: Page) => payload.map(({ name }) => name);

beforeAll(() => {
	const { sandbox } = context;
	sandbox.addContact({
		name: 'มานะ',
		phoneNumber: '+66811111111',
		identifier: 'crm-1',
		labels: ['vip'],
		additionalAttributes: { city: 'Bangkok', company_name: 'Acme' },
		lastActivityAt: 200,
	});
	sandbox.addContact({
		name: 'Alice',
		email: 'Alice+shop@Example.com',
		labels: ['vip', 'new'],
		additionalAttributes: { city: 'Aarhus' },
		lastActivityAt: 100,
		channel: 'api',
	});
	sandbox.addContact({ name: 'bo', phoneNumber: '+66822222222', labels: ['old'] });
});

test.each([
	['a part of a phone number', '+668', ['มานะ', 'bo']],
	['a part of an email in another case', 'alice+SHOP@', ['Alice']],
	['a part of a name', 'นะ', ['มานะ']],
	['a part of an identifier', 'RM-', ['มานะ']],
	['nothing', '', ['มานะ', 'Alice', 'bo']],
	['what nobody has', '%', []],
])('the sandbox finds contacts by %s', async (_, q, names) => {
	const page = await search({ q });
	expect(namesOf(page)).toEqual(names);
	expect(page.meta).toEqual({ count: names.length, current_page: 1 });
});

test('the sandbox takes a plus that is not encoded for a space', async () => {
	expect(namesOf(await search('q=%2B66811'))).toEqual(['มานะ']);
	expect((await context.desk.get(`${path}?q=+66811`)).body).toMatchObject({ payload: [] });
	expect(context.sandbox.journal.starts().map(({ query }) => query)).toEqual([
		{ q: '+66811' },
		{ q: ' 66811' },
	]);
});

test('the sandbox shows a contact with the documented fields, and where it writes', async () => {
	const [contact] = (await search({ q: 'Alice' })).payload;
	expect(contact).toEqual({
		id: 2,
		name: 'Alice',
		email: 'Alice+shop@Example.com',
		phone_number: null,
		identifier: null,
		availability_status: 'offline',
		blocked: false,
		thumbnail: '',
		additional_attributes: { city: 'Aarhus' },
		custom_attributes: {},
		last_activity_at: 100,
		created_at: expect.any(Number),
		first_name: '',
		last_name: '',
		contact_inboxes: [
			{
				source_id: expect.any(String),
				inbox: { id: 523, name: 'API', channel_type: 'Channel::Api' },
			},
		],
	});
	const [plain] = (await search({ q: 'Alice', include_contact_inboxes: 'false' })).payload;
	expect(plain).not.toHaveProperty('contact_inboxes');
});

test.each([
	['labels=old', ['bo']],
	['labels[]=new&labels[]=old', ['Alice', 'bo']],
	['labels[]=vip', ['มานะ', 'Alice']],
	['labels=nobody', []],
	['labels=vip&q=crm', ['มานะ']],
])('the sandbox finds the contacts that have any of %s', async (query, names) => {
	expect(namesOf(await search(query))).toEqual(names);
});

test.each([
	['name', 'asc', ['Alice', 'bo', 'มานะ']],
	['name', 'desc', ['มานะ', 'bo', 'Alice']],
	['last_activity_at', 'asc', ['Alice', 'มานะ', 'bo']],
	['last_activity_at', 'desc', ['มานะ', 'Alice', 'bo']],
	['city', 'asc', ['Alice', 'มานะ', 'bo']],
	['company', 'desc', ['มานะ', 'Alice', 'bo']],
])(
	'the sandbox sorts by %s, %s, and puts contacts without it last',
	async (sort, direction, names) => {
		expect(namesOf(await search({ sort, direction }))).toEqual(names);
	},
);

test('the sandbox gives 15 contacts a page, and tells the page as a text in a list', async () => {
	const { desk } = context;
	for (let made = 0; made < 30; made++) await desk.newContact({ inbox_id: 79, name: `n${made}` });
	const pages = [await search(), await search({ page: '2' }), await search({ page: '3' })];
	expect(pages.map(({ payload }) => payload.length)).toEqual([15, 15, 3]);
	expect(pages.map(({ meta }) => meta)).toEqual([
		{ count: 33, current_page: '1' },
		{ count: 33, current_page: '2' },
		{ count: 33, current_page: '3' },
	]);
	const ids = pages.flatMap(({ payload }) => payload.map(({ id }) => id));
	expect(new Set(ids).size).toBe(33);
	expect(await search({ page: '4' })).toMatchObject({ payload: [] });
	expect(await search({ q: 'n', page: '2' })).toMatchObject({ meta: { current_page: 2 } });
});

test.each([
	['search=x', 'search'],
	['q=a&q=b', 'q'],
	['page=0', 'page'],
	['page=1.5', 'page'],
	['page=', 'page'],
	['labels=', 'labels'],
	['labels=a&labels=b', 'labels'],
	['sort=-name', 'sort'],
	['sort=id', 'sort'],
	['direction=up', 'direction'],
	['include_contact_inboxes=1', 'include_contact_inboxes'],
	['__proto__=1', '__proto__'],
])('the sandbox refuses the query %s', async (query, field) => {
	const reply = await context.desk.get(`${path}?${query}`);
	expect(reply).toMatchObject({
		status: 422,
		body: { message: expect.stringContaining(field), attributes: [field] },
	});
});
