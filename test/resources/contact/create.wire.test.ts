import type { IDataObject } from 'n8n-workflow';
import { onlyRequest, running } from '../running';

const desk = running();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };

/** LiveDesk keeps phone numbers, addresses and identifiers apart: each test takes new ones. */
let count = 0;
const fresh = () => ({
	phone: `+6681234${String(++count).padStart(4, '0')}`,
	email: `alice${count}@example.com`,
	identifier: `customer-${count}`,
});

async function sentFor(parameters: IDataObject, json: IDataObject = {}) {
	const { items } = await desk.send({ parameters: { ...contact, ...parameters }, items: [json] });
	const request = onlyRequest(desk);
	expect(request).toMatchObject({ method: 'POST', kind: 'contact' });
	expect(items).toHaveLength(1);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	return { body: request.rawBody, output: items[0].json };
}

describe('sends nothing that the user did not set, to the letter', () => {
	test('just a name', async () => {
		const { body } = await sentFor({ name: 'สมชาย "A" ใจดี' });
		expect(body).toBe('{"inbox_id":523,"name":"สมชาย \\"A\\" ใจดี"}');
	});

	test.each([523, '523'])(
		'the inbox as an integer, whatever the expression gave: %j',
		async (inbox) => {
			const { body } = await sentFor({ inboxId: '={{ $json.inbox }}', name: 'Alice' }, { inbox });
			expect(body).toBe('{"inbox_id":523,"name":"Alice"}');
		},
	);

	test('no field of which an expression left nothing', async () => {
		const { email } = fresh();
		const fields = { name: '={{ $json.missing }}', email, phoneNumber: '={{ null }}' };
		const additionalFields = { avatarUrl: '', identifier: '' };
		const { body } = await sentFor({ ...fields, additionalFields });
		expect(body).toBe(`{"inbox_id":523,"email":"${email}"}`);
	});

	test('a number for an identifier as a text', async () => {
		const { body } = await sentFor({ additionalFields: { identifier: '={{ 1234 }}' } });
		expect(body).toBe('{"inbox_id":523,"identifier":"1234"}');
	});
});

test.each([
	'+66 81 234 %',
	'(+66) 81-234-%',
	'+66.81.234.%',
	'[+66]81234%',
	'\u00a0+66\u00a081 234%\n',
	'+6681234%',
])('takes the decoration off the phone number %j, and changes nothing else', async (written) => {
	const digits = String(++count).padStart(4, '0');
	const phone = written.replace('%', digits);
	const { body, output } = await sentFor({ phoneNumber: '={{ $json.phone }}' }, { phone });
	expect(body).toBe(`{"inbox_id":523,"phone_number":"+6681234${digits}"}`);
	expect(output.phone_number).toBe(`+6681234${digits}`);
});

const alice = { id: 7, name: 'Alice', email: null, custom_attributes: {} };

test.each<[what: string, reply: IDataObject, json: IDataObject]>([
	[
		'without the channel’s view of the contact',
		{ payload: { contact: alice } },
		{ id: 7, name: 'Alice', email: null, inbox_id: 523 },
	],
	[
		'with the channel’s view of the contact',
		{ payload: { contact: alice, contact_inbox: { inbox: { id: 80 }, source_id: 'abc' } } },
		{ id: 7, name: 'Alice', email: null, inbox_id: 80, source_id: 'abc' },
	],
	['with an ID that is a text', { payload: { contact: { id: 'a' } } }, { id: 'a', inbox_id: 523 }],
	['with nothing in it', {}, { inbox_id: 523 }],
])('outputs of a reply %s just what matters, or all as it came', async (_, reply, json) => {
	desk.sandbox.script({ body: reply });
	expect((await sentFor({ name: 'Alice' })).output).toStrictEqual(json);
	desk.sandbox.reset();
	desk.sandbox.script({ body: reply });
	expect((await sentFor({ name: 'Alice', simplify: false })).output).toStrictEqual(reply);
});

test('outputs a contact for each of many items, paired with it', async () => {
	const inputs = Array.from({ length: 15 }, () => fresh());
	const { items } = await desk.send({
		parameters: { ...contact, phoneNumber: '={{ $json.phone }}' },
		items: inputs,
	});
	expect(items).toMatchObject(
		inputs.map(({ phone }, item) => ({ json: { phone_number: phone }, pairedItem: { item } })),
	);
	expect(desk.sandbox.journal.starts()).toHaveLength(15);
});
