import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { statuses } from '../../support/results';
import { retryOnFail } from '../../support/settings';
import { useLiveDesk } from '../../support/useLiveDesk';
import { requests } from './requests';

const desk = useLiveDesk();
const update = { resource: 'contact', operation: 'update' };
let id = 0;
beforeAll(() => {
	id = desk.sandbox.addContact({
		name: 'Alice',
		email: 'alice.miller@example.com',
		phoneNumber: '+6610101010',
		identifier: 'customer-1',
		customAttributes: { tier: 'silver', since: 2020 },
		inboxId: 523,
	}).id;
});

const send = async (updateFields: IDataObject, more: object = {}, parameters: IDataObject = {}) =>
	await desk.send({
		parameters: { ...update, contactId: byId(String(id)), updateFields, ...parameters },
		...more,
	});
const there = () => desk.sandbox.contacts().find((contact) => contact.id === id);

describe('Update', () => {
	test('sends all the fields that were added', async () => {
		const { items, error } = await send({
			additionalAttributes: '{"city":"Bangkok"}',
			avatarUrl: 'https://example.com/a.png',
			blocked: true,
			customAttributes: '{"tier":"gold"}',
			email: 'Alice@example.org',
			identifier: 'customer-2',
			name: 'Alice Miller',
			phoneNumber: '+66 1010 1011',
		});
		expect(error).toBeUndefined();
		const [request] = desk.sandbox.journal.starts();
		expect([request.method, request.path]).toEqual(['PATCH', `/api/v2/accounts/contacts/${id}`]);
		expect(request.body).toEqual({
			additional_attributes: { city: 'Bangkok' },
			avatar_url: 'https://example.com/a.png',
			blocked: true,
			custom_attributes: { tier: 'gold' },
			email: 'Alice@example.org',
			identifier: 'customer-2',
			name: 'Alice Miller',
			phone_number: '+6610101011',
		});
		expect(items).toEqual([
			{
				json: {
					id,
					name: 'Alice Miller',
					email: 'Alice@example.org',
					phone_number: '+6610101011',
					identifier: 'customer-2',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('merges custom attributes, as LiveDesk does', async () => {
		await send({ customAttributes: { tier: 'gold' } });
		expect(requests(desk)).toEqual([`PATCH /${id} {"custom_attributes":{"tier":"gold"}}`]);
		expect(there()?.custom_attributes).toEqual({ tier: 'gold', since: 2020 });
	});

	test('clears what was added and left empty', async () => {
		const empty = { email: '', identifier: '={{ null }}', name: '', phoneNumber: '' };
		const { items } = await send(empty);
		const cleared = { email: null, identifier: null, phone_number: null };
		expect(desk.sandbox.journal.starts()[0].body).toEqual({ ...cleared, name: null });
		expect(items[0].json).toMatchObject(cleared);
	});

	test('unblocks a contact', async () => {
		await send({ blocked: false });
		expect(requests(desk)).toEqual([`PATCH /${id} {"blocked":false}`]);
	});
});

test.each(['list', 'id'])('Update takes a contact by %s', async (mode) => {
	await send({ name: 'A' }, {}, { contactId: { __rl: true, mode, value: id } });
	expect(requests(desk)).toEqual([`PATCH /${id} {"name":"A"}`]);
});

test('Update outputs the response as it came without Simplify', async () => {
	const { items } = await send({ name: 'A' }, {}, { simplify: false });
	expect(items[0].json).toEqual({ payload: expect.objectContaining({ id, name: 'A' }) });
});

test.each<[string, (id: number) => IDataObject]>([
	['in payload.contact', (own) => ({ payload: { contact: { id: own, name: 'A' } } })],
	['in payload', (own) => ({ payload: { id: own, name: 'A' } })],
	['as the whole of it', (own) => ({ id: own, name: 'A' })],
])('Update finds the contact %s', async (_, body) => {
	desk.sandbox.script({ kind: 'contactUpdate', body: body(id) });
	expect((await send({ name: 'A' })).items[0].json).toEqual({ id, name: 'A' });
});

test('Update is done again by Retry On Fail after a lost response', async () => {
	desk.sandbox.script({ kind: 'contactUpdate', drop: 'after-body' });
	const { items, error } = await send({ name: 'A' }, { node: retryOnFail });
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ json: { id, name: 'A' } }]);
});

test('Update changes a contact twice in the order of the items', async () => {
	const { items } = await send(
		{ name: '={{ $json.name }}' },
		{ items: ['A', 'B', 'C'].map((name) => ({ name })) },
	);
	expect(items.map(({ json }) => json.name)).toEqual(['A', 'B', 'C']);
	expect(there()?.name).toBe('C');
	expect(desk.sandbox.journal.inFlightPeak()).toBe(1);
});

test('Update tells of a value that another contact has, and of a contact that there is not', async () => {
	desk.sandbox.addContact({ email: 'taken@example.com', inboxId: 523 });
	const { error } = await send({ email: 'taken@example.com' });
	expect(error).toMatchObject({ httpCode: '422', message: expect.stringMatching(/contact/) });
	expect(error?.description).toContain('Email has already been taken');
	const missing = await send({ name: 'A' }, {}, { contactId: byId('99999') });
	expect(missing.error).toMatchObject({ httpCode: '404' });
	expect(missing.error?.description).toContain('99999');
	expect(statuses(desk.sandbox)).toEqual([422, 404]);
});
