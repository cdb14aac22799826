import { useSandbox } from '../support/useSandbox';

const context = useSandbox({ conversations: [] });

beforeAll(() => {
	const { sandbox } = context;
	sandbox.addContact({
		name: 'มานะ',
		email: 'mana@example.com',
		phoneNumber: '+66811111111',
		identifier: 'crm-1',
		customAttributes: { plan: 'free', since: 2020 },
		additionalAttributes: { city: 'Bangkok' },
	});
	sandbox.addContact({ name: 'Bo', email: 'Bo@Example.com', phoneNumber: '+66822222222' });
});

const stored = () => context.sandbox.contacts()[0];

test('the sandbox changes just what is given, merges attributes, and replies the contact', async () => {
	const { status, body } = await context.desk.updateContact(1, {
		name: 'Mana',
		blocked: true,
		avatar_url: 'https://example.com/a.png',
		custom_attributes: { plan: 'pro', vip: true },
		additional_attributes: { country: 'Thailand' },
	});
	expect(status).toBe(200);
	expect(body).toEqual({ payload: expect.objectContaining({ id: 1, name: 'Mana' }) });
	expect((body as { payload: object }).payload).toHaveProperty('contact_inboxes');
	expect(stored()).toMatchObject({
		name: 'Mana',
		email: 'mana@example.com',
		phone_number: '+66811111111',
		blocked: true,
		thumbnail: 'https://example.com/a.png',
		custom_attributes: { plan: 'pro', since: 2020, vip: true },
		additional_attributes: { city: 'Bangkok', country: 'Thailand' },
	});
});

test('the sandbox clears what is null', async () => {
	const cleared = { name: null, email: null, phone_number: null, identifier: null };
	await context.desk.updateContact(1, { avatar_url: 'https://example.com/a.png' });
	await context.desk.updateContact(1, { ...cleared, avatar_url: null });
	expect(stored()).toMatchObject({ ...cleared, thumbnail: '' });
});

test('the sandbox takes a contact that keeps its own values, or takes those that another gave up', async () => {
	const own = { email: 'MANA@example.com', phone_number: '+66811111111', identifier: 'crm-1' };
	expect(await context.desk.updateContact(1, own)).toMatchObject({ status: 200 });
	await context.desk.updateContact(2, { phone_number: null });
	const taken = { phone_number: '+66822222222' };
	expect(await context.desk.updateContact(1, taken)).toMatchObject({ status: 200 });
});

const phone = { phone_number: '+66811111111' };
const email = { email: 'MANA@EXAMPLE.COM' };
const refusals: Array<[object, string, string[]]> = [
	[phone, 'Phone number has already been taken', ['phone_number']],
	[email, 'Email has already been taken', ['email']],
	[{ identifier: 'crm-1' }, 'Identifier has already been taken', ['identifier']],
	[
		{ ...phone, ...email },
		'Email has already been taken, Phone number has already been taken',
		['email', 'phone_number'],
	],
	[{ phone_number: '081' }, 'Phone number should be in e164 format', ['phone_number']],
];

test.each(refusals)(
	'the sandbox refuses %j of another contact: %s',
	async (sent, message, attributes) => {
		const refused = { status: 422, body: { message, attributes } };
		expect(await context.desk.updateContact(2, sent)).toMatchObject(refused);
		expect(await context.desk.newContact({ inbox_id: 79, ...sent })).toMatchObject(refused);
		expect(context.sandbox.contacts()).toHaveLength(2);
		expect(context.sandbox.contacts()[1]).toMatchObject({ email: 'Bo@Example.com' });
	},
);

test.each([
	['an unknown key', { phone: '+66811111112' }, 'phone'],
	['an inbox', { inbox_id: 79 }, 'inbox_id'],
	['labels', { labels: ['vip'] }, 'labels'],
	['no email', { email: '' }, 'email'],
	['a number as identifier', { identifier: 5 }, 'identifier'],
	['a text as blocked', { blocked: 'true' }, 'blocked'],
	['null as blocked', { blocked: null }, 'blocked'],
	['attributes in a list', { custom_attributes: [] }, 'custom_attributes'],
	['null as attributes', { additional_attributes: null }, 'additional_attributes'],
	['a relative avatar', { avatar_url: 'a.png' }, 'avatar_url'],
])('the sandbox refuses an update with %s', async (_, sent, field) => {
	const reply = await context.desk.updateContact(1, sent);
	expect(reply).toMatchObject({ status: 422, body: { attributes: [field] } });
});

test.each([
	['blocked', { blocked: true }],
	['custom_attributes', { custom_attributes: {} }],
])('the sandbox refuses %s when a contact is created', async (field, sent) => {
	const reply = await context.desk.newContact({ inbox_id: 79, ...sent });
	expect(reply).toMatchObject({ status: 422, body: { attributes: [field] } });
});

test.each([99, 'x', '1x', '0'])('the sandbox does not find the contact %s', async (id) => {
	const reply = await context.desk.updateContact(id, { name: 'x' });
	expect(reply).toMatchObject({ status: 404, body: { error: 'Resource could not be found' } });
	expect(context.sandbox.journal.starts()).toMatchObject([
		{ kind: 'contactUpdate', contact: String(id), body: { name: 'x' } },
	]);
});

test('the sandbox gives a contact other labels', () => {
	context.sandbox.setLabels(1, ['vip']);
	expect(stored().labels).toEqual(['vip']);
	expect(() => context.sandbox.setLabels(99, [])).toThrow('There is no contact 99');
});

test('the sandbox keeps all contacts at a reset, and just those added in code, as they were, when restored', async () => {
	const { desk, sandbox } = context;
	await desk.newContact({ inbox_id: 79, name: 'Third' });
	await desk.updateContact(1, { name: 'Changed', custom_attributes: { plan: 'pro' } });
	sandbox.reset();
	expect(sandbox.contacts()).toMatchObject([
		{ name: 'Changed' },
		{ name: 'Bo' },
		{ name: 'Third' },
	]);
	sandbox.restore();
	const names = sandbox.contacts().map(({ name }) => name);
	expect(names).toEqual(['มานะ', 'Bo']);
	expect(stored().custom_attributes).toEqual({ plan: 'free', since: 2020 });
});
