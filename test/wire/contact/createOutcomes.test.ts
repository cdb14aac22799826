import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };

/** Contacts outlive a reset of the sandbox: each test makes its own. */
let count = 0;
const unique = () => `bob-${++count}@example.com`;
const uniquePhone = () => `+6682${String(1_000_000 + ++count)}`;

test('Create tells that nobody knows whether a contact without an ID was made', async () => {
	desk.sandbox.script({ kind: 'contact', status: 200, body: { payload: { contact: {} } } });
	const { errorItems, items } = await desk.send({
		parameters: { ...contact, email: unique() },
		node: { onError: 'continueErrorOutput' },
	});
	expect(items).toEqual([]);
	expect(errorItems[0].json.error).toMatchObject({ outcome: 'unknown' });
});

test('Create tells what to do with a contact that exists already, and goes on with the others', async () => {
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
				message: expect.stringMatching(/contact.* \[item 1\]$/),
				error: {
					outcome: 'refused',
					httpCode: '422',
					description: expect.stringMatching(
						/exists already: choose 'Create or Update'.*phone_number/s,
					),
				},
			},
			pairedItem: { item: 1 },
		},
	]);
});

test('Create does not create a contact again that Retry On Fail has created', async () => {
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

test('Create tells of a contact whose response was lost that it may have been created', async () => {
	desk.sandbox.script({ kind: 'contact', drop: 'after-body' });
	const { error } = await desk.send({ parameters: { ...contact, email: unique() } });
	expect(error?.description).toMatch(/contact may have been created/);
	expect(desk.sandbox.journal.starts()).toHaveLength(1);
});

test('Create outputs a contact for each of many items, paired with it', async () => {
	const inputs = Array.from({ length: 15 }, () => ({ phone: uniquePhone() }));
	const { items } = await desk.send({
		parameters: { ...contact, phoneNumber: '={{ $json.phone }}' },
		items: inputs,
	});
	expect(items).toMatchObject(
		inputs.map(({ phone }, item) => ({ json: { phone_number: phone }, pairedItem: { item } })),
	);
	expect(desk.sandbox.journal.starts()).toHaveLength(15);
});
