import type { IDataObject } from 'n8n-workflow';
import { useLiveDesk } from '../../support/useLiveDesk';
import { sentOnce } from '../support/sentOnce';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };
const EMAIL = 'alice@example.org';

const sentFor = async (parameters: IDataObject, json?: IDataObject) =>
	await sentOnce(desk, { ...contact, ...parameters }, json);

describe('Create a contact', () => {
	test('sends everything there is, and outputs what matters of the contact', async () => {
		const person = { name: 'Alice Miller', email: EMAIL };
		const { request, output } = await sentFor({
			...person,
			phoneNumber: '+66811000001',
			additionalFields: { avatarUrl: 'https://example.com/a.png', identifier: 'customer-1' },
		});
		expect(request.method).toBe('POST');
		expect(request.path).toBe('/api/v2/accounts/contacts');
		expect(request.contentType).toBe('application/json');
		expect(request.body).toEqual({
			inbox_id: 523,
			...person,
			phone_number: '+66811000001',
			avatar_url: 'https://example.com/a.png',
			identifier: 'customer-1',
		});
		expect(output).toEqual({
			id: expect.any(Number),
			...person,
			phone_number: '+66811000001',
			identifier: 'customer-1',
			inbox_id: 523,
			source_id: expect.any(String),
		});
	});

	test('sends just a name, to the letter', async () => {
		const { body } = await sentFor({ name: 'สมชาย "A" ใจดี' });
		expect(body).toBe('{"inbox_id":523,"name":"สมชาย \\"A\\" ใจดี"}');
	});

	test.each<[string, IDataObject, string]>([
		['an email', { email: EMAIL }, `"email":"${EMAIL}"`],
		['an identifier', { additionalFields: { identifier: EMAIL } }, `"identifier":"${EMAIL}"`],
	])('sends only %s', async (_, fields, sent) => {
		expect((await sentFor(fields)).body).toBe(`{"inbox_id":523,${sent}}`);
	});

	test.each([523, '523'])('sends the inbox as an integer, given as %j', async (inbox) => {
		const { body } = await sentFor({ inboxId: '={{ $json.inbox }}', name: 'Alice' }, { inbox });
		expect(body).toBe('{"inbox_id":523,"name":"Alice"}');
	});

	test('leaves out a field of which an expression left nothing', async () => {
		const fields = { name: '={{ $json.missing }}', email: EMAIL, phoneNumber: '={{ null }}' };
		const { body } = await sentFor({ ...fields, additionalFields: { avatarUrl: '' } });
		expect(body).toBe(`{"inbox_id":523,"email":"${EMAIL}"}`);
	});

	test('sends a number for an identifier as text', async () => {
		const { body } = await sentFor({ additionalFields: { identifier: '={{ 1234 }}' } });
		expect(body).toBe('{"inbox_id":523,"identifier":"1234"}');
	});

	test('forgives spaces around an email', async () => {
		const { body } = await sentFor({ email: '={{ $json.email }}' }, { email: `\u00a0${EMAIL} \n` });
		expect(body).toBe(`{"inbox_id":523,"email":"${EMAIL}"}`);
	});

	test('outputs all as it came, without Simplify', async () => {
		const { output } = await sentFor({ email: EMAIL, simplify: false });
		expect(output).toEqual({
			payload: {
				contact: expect.objectContaining({ email: EMAIL, id: expect.any(Number) }),
				contact_inbox: expect.objectContaining({ source_id: expect.any(String) }),
			},
		});
	});
});

test.each([
	'+66 81 234 9999',
	'(+66) 81-234-9999',
	'+66.81.234.9999',
	'[+66]812349999',
	'\u00a0+66\u00a081 2349999\n',
	'\u202a+66‑81–234 9999\u202c',
	'+66812349999',
])(
	'Create takes the decoration off the phone number %j, and changes nothing else',
	async (phone) => {
		const { body, output } = await sentFor({ phoneNumber: '={{ $json.phone }}' }, { phone });
		expect(body).toBe('{"inbox_id":523,"phone_number":"+66812349999"}');
		expect(output.phone_number).toBe('+66812349999');
	},
);
