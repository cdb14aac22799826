/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { IDataObject } from 'n8n-workflow';
import { VALUE } from '../badInput';
import { onlyRequest, running } from '../running';

const desk = running();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };

/** Contacts outlive a reset of the sandbox: each test makes its own. */
let count = 0;
const unique = () => `alice-${process.pid}-${++count}@example.com`;
const uniquePhone = () => `+6681${String(1_000_000 + ++count)}`;

describe('sends just what the user set', () => {
	test('everything there is', async () => {
		const [email, phoneNumber] = [unique(), uniquePhone()];
		const { items, error } = await desk.send({
			parameters: {
				...contact,
				name: 'Alice Miller',
				email,
				phoneNumber,
				additionalFields: { avatarUrl: 'https://example.com/a.png', identifier: email },
			},
		});
		expect(error).toBeUndefined();
		const request = onlyRequest(desk);
		expect(request.path).toBe('/api/v2/accounts/contacts');
		expect(request.contentType).toBe('application/json');
		expect(request.body).toEqual({
			inbox_id: 523,
			name: 'Alice Miller',
			email,
			phone_number: phoneNumber,
			avatar_url: 'https://example.com/a.png',
			identifier: email,
		});
		expect(items).toEqual([
			{
				json: {
					id: expect.any(Number),
					name: 'Alice Miller',
					email,
					phone_number: phoneNumber,
					identifier: email,
					inbox_id: 523,
					source_id: expect.any(String),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test.each<[string, IDataObject, (made: string) => IDataObject]>([
		['a name', { name: VALUE }, (name) => ({ name })],
		['an e-mail address', { email: VALUE }, (email) => ({ email })],
		[
			'an identifier',
			{ additionalFields: { identifier: VALUE } },
			(identifier) => ({ identifier }),
		],
	])('only %s', async (_, fields, body) => {
		const value = unique();
		await desk.send({ parameters: { ...contact, ...fields }, items: [{ value }] });
		expect(onlyRequest(desk).body).toEqual({ inbox_id: 523, ...body(value) });
	});

	test("LiveDesk's answer as it came, without Simplify", async () => {
		const email = unique();
		const { items } = await desk.send({ parameters: { ...contact, email, simplify: false } });
		expect(items[0].json).toEqual({
			payload: {
				contact: expect.objectContaining({ email, id: expect.any(Number) }),
				contact_inbox: expect.objectContaining({ source_id: expect.any(String) }),
			},
		});
	});

	test('the inbox of the request, where the answer lacks it', async () => {
		const body = { payload: { contact: { id: 7, name: 'A', email: null } } };
		desk.sandbox.script({ kind: 'contact', status: 200, body });
		const { items } = await desk.send({ parameters: { ...contact, email: unique() } });
		expect(items[0].json).toEqual({ id: 7, name: 'A', email: null, inbox_id: 523 });
	});
});

test.each([
	['blanks', (n: string) => `${n.slice(0, 3)} ${n.slice(3, 5)} ${n.slice(5)}`],
	['dots and hyphens', (n: string) => `${n.slice(0, 3)}.${n.slice(3, 5)}-${n.slice(5)}`],
	['brackets', (n: string) => `${n.slice(0, 3)} (${n.slice(3, 5)}) [${n.slice(5)}]`],
])('takes %s out of a phone number, and nothing else', async (_, dressed) => {
	const number = uniquePhone();
	await desk.send({ parameters: { ...contact, phoneNumber: dressed(number) } });
	expect(onlyRequest(desk).body).toEqual({ inbox_id: 523, phone_number: number });
});

test('tells what to do with a contact that exists already, and goes on with the others', async () => {
	const phones = [uniquePhone(), uniquePhone()];
	const items = [{ to: phones[0] }, { to: phones[0] }, { to: phones[1] }];
	const { items: made, errorItems } = await desk.send({
		parameters: { ...contact, phoneNumber: '={{ $json.to }}' },
		items,
		node: { onError: 'continueErrorOutput' },
	});
	expect(made.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errorItems).toEqual([
		{
			json: {
				to: phones[0],
				message: 'LiveDesk did not accept the contact [item 1]',
				error: {
					outcome: 'refused',
					httpCode: '422',
					description: expect.stringMatching(/exists already.*contact's ID.*phone_number/s),
				},
			},
			pairedItem: { item: 1 },
		},
	]);
});

test('does not create a contact again that Retry On Fail has created', async () => {
	const [first, second] = [unique(), unique()];
	desk.sandbox.script({ kind: 'contact', status: 422, times: 2 });
	const { items, error } = await desk.send({
		parameters: { ...contact, email: '={{ $json.email }}' },
		items: [{ email: first }, { email: second }],
		node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.email)).toEqual([first, second]);
	const created = desk.sandbox.journal.ends().filter(({ status }) => status === 200);
	expect(created).toHaveLength(2);
});

test('tells of a contact whose answer was lost that it may have been created', async () => {
	desk.sandbox.script({ kind: 'contact', drop: 'after-body' });
	const { error } = await desk.send({ parameters: { ...contact, email: unique() } });
	expect(error?.description).toMatch(/^The contact may have been created: look for it/);
	expect(desk.sandbox.journal.starts()).toHaveLength(1);
});
