import type { IDataObject } from 'n8n-workflow';
import { statuses } from '../../support/results';
import { divert, retryOnFail } from '../../support/settings';
import { useLiveDesk } from '../../support/useLiveDesk';
import { contactsWith, requests } from './requests';

const desk = useLiveDesk();
const upsert = { resource: 'contact', operation: 'upsert', inboxId: '523' };

const send = async (parameters: IDataObject, more: object = {}) =>
	await desk.send({ parameters: { ...upsert, ...parameters }, ...more });
const created = () =>
	desk.sandbox.journal.ends().filter(({ kind, status }) => kind === 'contact' && status === 200);

/** No contact of the sandbox's own has this number. */
const NEW = '+66899999999';

describe('Create or Update', () => {
	test.each([
		['the same number', 'phoneNumber', [NEW, NEW, NEW]],
		[
			'the same email in other letters',
			'email',
			['b@example.com', 'B@example.com', 'b@Example.com'],
		],
	])('takes items with %s one after the other', async (_, field, values) => {
		desk.sandbox.script({ kind: 'contactSearch', latencyMs: 20, times: Infinity });
		const names = ['A', 'B', 'B'];
		const { items } = await send(
			{ [field]: '={{ $json.value }}', name: '={{ $json.name }}' },
			{ items: values.map((value, index) => ({ value, name: names[index] })) },
		);
		expect(items.map(({ json }) => json.name)).toEqual(names);
		expect(items.map(({ json }) => json.created)).toEqual([true, false, false]);
		expect(created()).toHaveLength(1);
		expect(desk.sandbox.journal.inFlightPeak()).toBe(1);
	});

	test('brings items that know different values of a person to one contact', async () => {
		const people = [
			{ phoneNumber: NEW, identifier: 'c-1' },
			{ phoneNumber: NEW, email: 'bob@example.com' },
			{ phoneNumber: NEW, identifier: 'c-1', email: 'BOB@example.com' },
		];
		const { items, error } = await send(
			{
				phoneNumber: '={{ $json.phoneNumber }}',
				email: '={{ $json.email }}',
				additionalFields: { identifier: '={{ $json.identifier }}' },
			},
			{ items: people },
		);
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
		expect(items.filter(({ json }) => json.created)).toHaveLength(1);
		const [contact] = contactsWith(desk, NEW);
		expect(contact).toMatchObject({ identifier: 'c-1' });
		expect(contact.email?.toLowerCase()).toBe('bob@example.com');
	});

	test.each<[string, object, boolean]>([
		['the search', { kind: 'contactSearch', drop: 'after-body' }, true],
		['the creation, before it was done', { kind: 'contact', drop: 'before-body' }, true],
		['the creation, after it was done', { kind: 'contact', drop: 'after-body' }, false],
		['the update', { kind: 'contactUpdate', drop: 'after-body' }, true],
		['the update, with a web page', { kind: 'contactUpdate', status: 502, html: true }, true],
	])(
		'is safe to repeat with Retry On Fail, whatever is lost: %s',
		async (_, trouble, isCreated) => {
			desk.sandbox.script(trouble);
			const additionalFields = { customAttributes: '{"tier":"gold"}' };
			const { items, error } = await send(
				{ phoneNumber: NEW, additionalFields },
				{ node: retryOnFail },
			);
			expect(error).toBeUndefined();
			expect(items).toMatchObject([{ json: { phone_number: NEW, created: isCreated } }]);
			expect(contactsWith(desk, NEW)).toMatchObject([{ custom_attributes: { tier: 'gold' } }]);
		},
	);

	test('tells a lost response as safe to run again without it', async () => {
		desk.sandbox.script({ kind: 'contact', drop: 'after-body' });
		const { error } = await send({ phoneNumber: NEW });
		expect(error?.description).toContain('Running the node again is safe');
		expect(requests(desk)).toHaveLength(2);
	});
});

test('Create or Update waits where LiveDesk limits the rate, between its requests too', async () => {
	desk.sandbox.script({ kind: 'contactSearch', status: 429, retryAfter: 0 });
	desk.sandbox.script({ kind: 'contact', status: 429, retryAfter: 0 });
	const { items } = await send({ phoneNumber: NEW });
	expect(items).toMatchObject([{ json: { phone_number: NEW, created: true } }]);
	expect(statuses(desk.sandbox)).toEqual([429, 200, 429, 200]);
});

test('Create or Update tells of two contacts behind two values, and goes on with the others', async () => {
	const one = desk.sandbox.addContact({ phoneNumber: '+6611', inboxId: 523 });
	const other = desk.sandbox.addContact({ email: 'eleven@example.com', inboxId: 523 });
	const before = structuredClone(desk.sandbox.contacts());
	const { items, errorItems } = await send(
		{ phoneNumber: '={{ $json.phone }}', email: '={{ $json.email }}' },
		{
			items: [{ phone: '+6611', email: 'eleven@example.com' }, { phone: NEW }],
			node: divert,
		},
	);
	expect(items).toMatchObject([{ json: { phone_number: NEW }, pairedItem: { item: 1 } }]);
	expect(errorItems).toEqual([
		{
			json: {
				phone: '+6611',
				email: 'eleven@example.com',
				message: "'Phone Number' and 'Email' belong to different contacts [item 0]",
				error: { outcome: 'refused', description: expect.stringContaining(`ID ${one.id}`) },
			},
			pairedItem: { item: 0 },
		},
	]);
	expect((errorItems[0].json.error as IDataObject).description).toContain(`ID ${other.id}`);
	expect(desk.sandbox.contacts().slice(0, -1)).toEqual(before);
});

test('Create or Update stops with the words of LiveDesk where the key may not do it', async () => {
	desk.sandbox.script({ kind: 'contact', status: 401, times: 2, body: { error: 'No right to' } });
	const { error } = await send({ phoneNumber: NEW });
	expect(error).toMatchObject({ httpCode: '401', context: { itemIndex: 0 } });
	expect(error?.description).toContain('No right to');
	expect(contactsWith(desk, NEW)).toEqual([]);
});
