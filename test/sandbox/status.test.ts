import { useSandbox } from '../support/useSandbox';

const context = useSandbox({
	conversations: [
		{ id: 'open' },
		{ id: 'pending', status: 'pending' },
		{ id: 'snoozed', status: 'snoozed', snoozedUntil: 2_000_000_000 },
		{ id: 'resolved', status: 'resolved' },
		{ id: 'closed', status: 'closed' },
	],
});
const statuses = ['open', 'pending', 'snoozed', 'resolved', 'closed'];
const allowed: Record<string, string[]> = {
	open: ['pending', 'snoozed', 'resolved'],
	pending: ['open', 'snoozed', 'resolved'],
	snoozed: ['open', 'pending', 'resolved'],
	resolved: ['open', 'pending', 'closed'],
	closed: ['open'],
};
/** To stay as it is, is no change. */
const isAllowed = ([from, to]: [string, string]) => from === to || allowed[from].includes(to);
const changes = statuses.flatMap((from) => statuses.map((to): [string, string] => [from, to]));

test.each(changes.filter(isAllowed))('the sandbox lets %s become %s', async (from, to) => {
	const reply = await context.desk.status(from, { status: to });
	expect(reply.status).toBe(200);
	expect(reply.body).toEqual({
		meta: {},
		payload: { success: true, conversation_id: from, current_status: to, snoozed_until: null },
	});
	expect(context.sandbox.status(from).status).toBe(to);
});

test.each(changes.filter((change) => !isAllowed(change)))(
	'the sandbox does not let %s become %s',
	async (from, to) => {
		const message = `Conversation status cannot change from ${from} to ${to}`;
		const reply = await context.desk.status(from, { status: to });
		expect(reply).toMatchObject({ status: 422, body: { message, attributes: ['status'] } });
		expect(context.sandbox.status(from).status).toBe(from);
	},
);

test('the sandbox snoozes until a time, which ends with the next status', async () => {
	const { desk, sandbox } = context;
	const snoozed = { status: 'snoozed', snoozed_until: 1_715_000_000 };
	expect(await desk.status('open', snoozed)).toMatchObject({
		body: { payload: { current_status: 'snoozed', snoozed_until: 1_715_000_000 } },
	});
	expect(sandbox.status('open')).toEqual(snoozed);
	await desk.status('open', { status: 'pending' });
	expect(sandbox.status('open')).toEqual({ status: 'pending', snoozed_until: null });
});

test.each([
	['no status', {}, 'status'],
	['an unknown status', { status: 'done' }, 'status'],
	['a status in capitals', { status: 'Open' }, 'status'],
	['an end of another status', { status: 'resolved', snoozed_until: 1 }, 'snoozed_until'],
	['an end in text', { status: 'snoozed', snoozed_until: '1715000000' }, 'snoozed_until'],
	['a fraction as end', { status: 'snoozed', snoozed_until: 1.5 }, 'snoozed_until'],
	['null as end', { status: 'snoozed', snoozed_until: null }, 'snoozed_until'],
	['a sender_type', { status: 'resolved', sender_type: 'User' }, 'sender_type'],
])('the sandbox refuses a change with %s', async (_, sent, field) => {
	const reply = await context.desk.status('open', sent);
	expect(reply).toMatchObject({ status: 422, body: { attributes: [field] } });
	expect(context.sandbox.status('open').status).toBe('open');
});

test('the sandbox does not find the conversation of a change', async () => {
	expect(await context.desk.status(999, { status: 'resolved' })).toMatchObject({ status: 404 });
	expect(() => context.sandbox.status(999)).toThrow('There is no conversation 999');
});

test('the sandbox journals a change, and can be troubled in it', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ kind: 'status', conversation: 'open', status: 500 });
	expect(await desk.status('pending', { status: 'open' })).toMatchObject({ status: 200 });
	expect(await desk.status('open', { status: 'resolved' })).toMatchObject({ status: 500 });
	expect(sandbox.status('open').status).toBe('open');
	expect(sandbox.journal.starts()[1]).toMatchObject({
		kind: 'status',
		conversation: 'open',
		body: { status: 'resolved' },
	});
});

test('the sandbox replies and shows the status of a conversation that has just begun', async () => {
	const sent = { inbox_id: 79, contact_id: 1 };
	const { body } = await context.desk.json('/api/v2/accounts/conversations', sent);
	expect(body).toMatchObject({ status: 'open' });
	expect(context.sandbox.status((body as { id: number }).id).status).toBe('open');
	expect((await context.desk.get('/_sandbox/conversations')).body).toMatchObject([
		{ status: 'open', snoozed_until: null },
		{ status: 'pending' },
		{ status: 'snoozed', snoozed_until: 2_000_000_000 },
		{ status: 'resolved' },
		{ status: 'closed' },
		{ status: 'open' },
	]);
});
