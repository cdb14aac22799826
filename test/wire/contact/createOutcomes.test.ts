import { pairedWith, pairs, statuses } from '../../support/results';
import { divert, retryOnFail } from '../../support/settings';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523' };

test('Create tells what to do with a contact that exists already, and goes on with the others', async () => {
	const [one, other] = ['+66820000001', '+66820000002'];
	const { items, errorItems } = await desk.send({
		parameters: { ...contact, phoneNumber: '={{ $json.to }}' },
		items: [{ to: one }, { to: one }, { to: other }],
		node: divert,
	});
	expect(pairs(items)).toEqual(pairedWith(0, 2));
	expect(errorItems).toEqual([
		{
			json: {
				to: one,
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
	const emails = ['one@example.com', 'two@example.com'];
	desk.sandbox.script({ kind: 'contact', status: 422, times: 2 });
	const { items, error } = await desk.send({
		parameters: { ...contact, email: '={{ $json.email }}' },
		items: emails.map((email) => ({ email })),
		node: retryOnFail,
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.email)).toEqual(emails);
	expect(statuses(desk.sandbox).filter((status) => status === 200)).toHaveLength(2);
});

test('Create tells of a contact whose response was lost that it may have been created', async () => {
	desk.sandbox.script({ kind: 'contact', drop: 'after-body' });
	const { error } = await desk.send({ parameters: { ...contact, email: 'bob@example.com' } });
	expect(error?.description).toMatch(/contact may have been created/);
	expect(desk.sandbox.journal.starts()).toHaveLength(1);
});

test('Create outputs a contact for each of many items, paired with it', async () => {
	const inputs = Array.from({ length: 15 }, (_, index) => ({ phone: `+6682${1_000_000 + index}` }));
	const { items } = await desk.send({
		parameters: { ...contact, phoneNumber: '={{ $json.phone }}' },
		items: inputs,
	});
	expect(items).toMatchObject(
		inputs.map(({ phone }, item) => ({ json: { phone_number: phone }, pairedItem: { item } })),
	);
	expect(desk.sandbox.journal.starts()).toHaveLength(15);
});
