import { contactId } from '../../../nodes/LiveDesk/resources/contactId';
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

test('From List names the method that the node has', async () => {
	const [{ typeOptions }] = contactId.modes!;
	const { methods } = desk.engine.nodeType;
	expect(Object.keys(methods!.listSearch!)).toEqual([typeOptions!.searchListMethod]);
});

test('From List lists all contacts by name, page after page, with a text for the next page', async () => {
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

test('From List searches as one types', async () => {
	const { results, paginationToken } = await listContacts(desk, ' P3+@ ');
	expect(requests(desk)).toEqual(['GET ?q=P3%2B%40&include_contact_inboxes=false&sort=name']);
	expect([results, paginationToken]).toEqual([[], undefined]);
	const found = await listContacts(desk, 'p31@');
	expect(found).toEqual({
		results: [{ name: 'Person 31 (p31@example.com)', value: expect.any(Number) }],
	});
});

describe('From List', () => {
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
	])('tells %s in plain words, where there is no list', async (_, trouble, message, httpCode) => {
		desk.sandbox.script({ kind: 'contactSearch', ...trouble });
		const error = await listContacts(desk).then(undefined, (thrown: Error) => thrown);
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode });
		expect((error as Error).message).toContain(message);
		expect((error as { description?: string }).description).toMatch(/\S/);
		expect(JSON.stringify(error)).not.toContain('secret-of-mine');
	});

	test('forgives a base URL with the path of the API', async () => {
		const credentials = { ...desk.sandbox.credentials, baseUrl: ` ${desk.sandbox.url}/api/v2/x ` };
		expect((await listContacts(desk, 'p31@', undefined, credentials)).results).toHaveLength(1);
	});
});
