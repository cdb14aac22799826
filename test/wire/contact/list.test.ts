import { contactId } from '../../../nodes/LiveDesk/resources/contactId';
import { list } from '../../../nodes/LiveDesk/resources/contact/list';
import { useLiveDesk } from '../../support/useLiveDesk';
import { listContacts } from './loadOptions';
import { requests } from './requests';

const desk = useLiveDesk({ conversations: [], apiSecret: 'secret-of-mine' });
beforeAll(() => {
	for (let index = 10; index < 43; index++) {
		desk.sandbox.addContact({
			name: `Person ${index}`,
			email: `p${index}@example.com`,
			inboxId: 523,
		});
	}
});

test('names the method that the node has', async () => {
	const [{ typeOptions }] = contactId.modes!;
	const { methods } = desk.engine.nodeType;
	expect(Object.keys(methods!.listSearch!)).toEqual([typeOptions!.searchListMethod]);
});

test('lists all contacts by name, page after page, with a text for the next page', async () => {
	const names: string[] = [];
	let token: string | undefined;
	do {
		const { results, paginationToken } = await listContacts(desk, undefined, token);
		names.push(...results.map(({ name }) => name));
		expect(['string', 'undefined']).toContain(typeof paginationToken);
		token = paginationToken;
	} while (token !== undefined);
	expect(names).toEqual(
		Array.from({ length: 33 }, (_, index) => `Person ${index + 10} (p${index + 10}@example.com)`),
	);
	expect(requests(desk)).toEqual([
		'GET ?include_contact_inboxes=false&sort=name',
		'GET ?include_contact_inboxes=false&sort=name&page=2',
		'GET ?include_contact_inboxes=false&sort=name&page=3',
	]);
});

test('searches as one types', async () => {
	const { results, paginationToken } = await listContacts(desk, ' P3+@ ');
	expect(requests(desk)).toEqual(['GET ?q=P3%2B%40&include_contact_inboxes=false&sort=name']);
	expect([results, paginationToken]).toEqual([[], undefined]);
	const found = await listContacts(desk, 'p31@');
	expect(found).toEqual({
		results: [{ name: 'Person 31 (p31@example.com)', value: expect.any(Number) }],
	});
});

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

describe('tells in plain words why there is no list', () => {
	test.each<[string, object, string, string | null]>([
		[
			'a wrong secret',
			{ status: 401, times: 2, body: { error: 'secret-of-mine' } },
			'LiveDesk did not accept the API key or secret',
			'401',
		],
		[
			'a web page',
			{ status: 404, html: true },
			"A web page answered instead of LiveDesk's API",
			'404',
		],
		['a limit', { status: 429 }, 'LiveDesk', '429'],
		[
			'a redirect',
			{ redirect: 'https://example.com/' },
			'LiveDesk responded with a redirect',
			'302',
		],
		['a broken connection', { drop: 'after-body' }, 'LiveDesk', null],
		[
			'nothing that is a list',
			{ body: { hello: 1 } },
			'LiveDesk did not return the contacts',
			'200',
		],
	])('%s', async (_, trouble, message, httpCode) => {
		desk.sandbox.script({ kind: 'contactSearch', ...trouble });
		const error = await listContacts(desk).then(undefined, (thrown: Error) => thrown);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode });
		expect((error as Error).message).toContain(message);
		expect((error as { description?: string }).description).toMatch(/\S/);
		expect(JSON.stringify(error)).not.toContain('secret-of-mine');
	});

	test('a base URL with the path of the API is forgiven', async () => {
		const credentials = { ...desk.sandbox.credentials, baseUrl: ` ${desk.sandbox.url}/api/v2/x ` };
		expect((await listContacts(desk, 'p31@', undefined, credentials)).results).toHaveLength(1);
	});
});
