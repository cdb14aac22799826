/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { IDataObject } from 'n8n-workflow';
import { VALUE } from '../badValues/refuses';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };

/** Contacts outlive a reset of the sandbox: each test makes its own. */
let count = 0;
const unique = () => `alice-${process.pid}-${++count}@example.com`;
const uniquePhone = () => `+6681${String(1_000_000 + ++count)}`;

async function sentFor(parameters: IDataObject, json: IDataObject = {}) {
	const { items } = await desk.send({ parameters: { ...contact, ...parameters }, items: [json] });
	const request = onlyRequest(desk);
	expect(request).toMatchObject({ method: 'POST', kind: 'contact' });
	expect(items).toHaveLength(1);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	return { request, body: request.rawBody, output: items[0].json };
}

describe('Create a contact', () => {
	test('sends everything there is, and outputs what matters of the contact', async () => {
		const [email, phoneNumber] = [unique(), uniquePhone()];
		const { request, output } = await sentFor({
			name: 'Alice Miller',
			email,
			phoneNumber,
			additionalFields: { avatarUrl: 'https://example.com/a.png', identifier: email },
		});
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
		expect(output).toEqual({
			id: expect.any(Number),
			name: 'Alice Miller',
			email,
			phone_number: phoneNumber,
			identifier: email,
			inbox_id: 523,
			source_id: expect.any(String),
		});
	});

	test('sends just a name, to the letter', async () => {
		const { body } = await sentFor({ name: 'สมชาย "A" ใจดี' });
		expect(body).toBe('{"inbox_id":523,"name":"สมชาย \\"A\\" ใจดี"}');
	});

	test.each<[string, IDataObject, (made: string) => IDataObject]>([
		['an email', { email: VALUE }, (email) => ({ email })],
		[
			'an identifier',
			{ additionalFields: { identifier: VALUE } },
			(identifier) => ({ identifier }),
		],
	])('sends only %s', async (_, fields, body) => {
		const value = unique();
		const { request } = await sentFor(fields, { value });
		expect(request.body).toEqual({ inbox_id: 523, ...body(value) });
	});

	test.each([523, '523'])('sends the inbox as an integer, given as %j', async (inbox) => {
		const { body } = await sentFor({ inboxId: '={{ $json.inbox }}', name: 'Alice' }, { inbox });
		expect(body).toBe('{"inbox_id":523,"name":"Alice"}');
	});

	test('leaves out a field of which an expression left nothing', async () => {
		const email = unique();
		const fields = { name: '={{ $json.missing }}', email, phoneNumber: '={{ null }}' };
		const { body } = await sentFor({ ...fields, additionalFields: { avatarUrl: '' } });
		expect(body).toBe(`{"inbox_id":523,"email":"${email}"}`);
	});

	test('sends a number for an identifier as text', async () => {
		const { body } = await sentFor({ additionalFields: { identifier: '={{ 1234 }}' } });
		expect(body).toBe('{"inbox_id":523,"identifier":"1234"}');
	});

	test('forgives spaces around an email', async () => {
		const email = unique();
		const { body } = await sentFor({ email: VALUE }, { value: `\u00a0${email} \n` });
		expect(body).toBe(`{"inbox_id":523,"email":"${email}"}`);
	});

	test('outputs all as it came, without Simplify', async () => {
		const email = unique();
		const { output } = await sentFor({ email, simplify: false });
		expect(output).toEqual({
			payload: {
				contact: expect.objectContaining({ email, id: expect.any(Number) }),
				contact_inbox: expect.objectContaining({ source_id: expect.any(String) }),
			},
		});
	});
});

test.each([
	'+66 81 234 %',
	'(+66) 81-234-%',
	'+66.81.234.%',
	'[+66]81234%',
	'\u00a0+66\u00a081 234%\n',
	'\u202a+66‑81–234 %\u202c',
	'+6681234%',
])(
	'Create takes the decoration off the phone number %j, and changes nothing else',
	async (written) => {
		const digits = String(++count).padStart(4, '0');
		const phone = written.replace('%', digits);
		const { body, output } = await sentFor({ phoneNumber: '={{ $json.phone }}' }, { phone });
		expect(body).toBe(`{"inbox_id":523,"phone_number":"+6681234${digits}"}`);
		expect(output.phone_number).toBe(`+6681234${digits}`);
	},
);
