import type { IDataObject } from 'n8n-workflow';
import { useLiveDesk } from '../../support/useLiveDesk';
import { contactsWith, requests } from './requests';

const desk = useLiveDesk();
const upsert = { resource: 'contact', operation: 'upsert', inboxId: '523' };
const PHONE = '+66812345678';
const SEARCH = 'GET ?q=%2B66812345678';
const ALICE = { name: 'Alice', phoneNumber: PHONE };

const send = async (parameters: IDataObject) =>
	await desk.send({ parameters: { ...upsert, ...parameters } });
/** No contact of the sandbox's own has this number. */
const NEW = '+66899999999';

describe('Create or Update', () => {
	test('creates a contact, and the second run finds it with one request', async () => {
		const parameters = { name: 'Bob', phoneNumber: NEW, email: 'bob@example.com' };
		const first = await send(parameters);
		expect(requests(desk)).toEqual([
			'GET ?q=%2B66899999999',
			`POST {"inbox_id":523,"name":"Bob","email":"bob@example.com","phone_number":"${NEW}"}`,
		]);
		const json = {
			id: expect.any(Number),
			name: 'Bob',
			email: 'bob@example.com',
			phone_number: NEW,
			identifier: null,
			inbox_id: 523,
			source_id: expect.any(String),
		};
		expect(first.items).toEqual([{ json: { ...json, created: true }, pairedItem: { item: 0 } }]);
		desk.sandbox.journal.clear();
		const second = await send(parameters);
		expect(requests(desk)).toEqual(['GET ?q=%2B66899999999']);
		const { id, source_id } = first.items[0].json;
		expect(second.items[0].json).toEqual({ ...json, id, source_id, created: false });
	});

	test('updates what differs, and nothing else', async () => {
		const { items } = await send({ ...ALICE, name: 'Somchai' });
		const [{ id }] = contactsWith(desk, PHONE);
		expect(requests(desk)).toEqual([SEARCH, `PATCH /${id} {"name":"Somchai"}`]);
		expect(items[0].json).toMatchObject({ id, name: 'Somchai', created: false });
	});

	test('sends custom attributes and a picture', async () => {
		const additionalFields = {
			avatarUrl: 'https://example.com/a.png',
			customAttributes: '{"tier":"gold"}',
			identifier: 'customer-7',
		};
		const { items } = await send({ additionalFields });
		const { id } = items[0].json;
		expect(requests(desk)).toEqual([
			'GET ?q=customer-7',
			'POST {"inbox_id":523,"identifier":"customer-7","avatar_url":"https://example.com/a.png"}',
			`PATCH /${String(id)} {"custom_attributes":{"tier":"gold"}}`,
		]);
		expect(items[0].json).toMatchObject({ identifier: 'customer-7', inbox_id: 523, created: true });
	});

	test('outputs the contact as it came without Simplify, in whatever way it came', async () => {
		const whole = expect.objectContaining({
			phone_number: NEW,
			custom_attributes: expect.anything(),
			blocked: false,
		});
		for (const name of ['Bob', 'Bob', 'Rob']) {
			const { items } = await send({ name, phoneNumber: NEW, simplify: false });
			expect(items.map(({ json }) => json)).toEqual([whole]);
			expect(items[0].json).not.toHaveProperty('created');
		}
	});
});
