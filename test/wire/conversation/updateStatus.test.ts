import type { IDataObject } from 'n8n-workflow';
import { byId, byUrl } from '../../../harness/livedesk';
import { divert, retryOnFail } from '../../support/settings';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const updateStatus = {
	resource: 'conversation',
	operation: 'updateStatus',
	conversationId: byId('141'),
};

const send = async (parameters: IDataObject, more: object = {}) =>
	await desk.send({ parameters: { ...updateStatus, ...parameters }, ...more });
const NEXT_YEAR = new Date().getUTCFullYear() + 1;
const MORNING = Date.UTC(NEXT_YEAR, 0, 31, 9) / 1000;

describe('Update Status', () => {
	test('sends "resolved" and nothing else, unless told', async () => {
		const { items } = await send({});
		const { method, path, rawBody } = onlyRequest(desk);
		expect([method, path, rawBody]).toEqual([
			'POST',
			'/api/v2/accounts/conversations/141/toggle_status',
			'{"status":"resolved"}',
		]);
		expect(items).toEqual([
			{
				json: { conversation_id: 141, status: 'resolved', snoozed_until: null },
				pairedItem: { item: 0 },
			},
		]);
		expect(desk.sandbox.status(141)).toEqual({ status: 'resolved', snoozed_until: null });
	});

	test.each(['open', 'pending', 'resolved', 'snoozed'])(
		'sends just the status %s',
		async (status) => {
			await send({ status });
			expect(onlyRequest(desk).body).toEqual({ status });
		},
	);

	test('sends any other text that an expression gives', async () => {
		desk.sandbox.script({ kind: 'status', body: { payload: { success: true } } });
		await send({ status: '={{ "closed" }}' });
		expect(desk.sandbox.journal.starts()[0].body).toEqual({ status: 'closed' });
	});

	test('takes a conversation by its link', async () => {
		await send({ conversationId: byUrl('https://livedesk.example.com/app/conversations/142') });
		expect(onlyRequest(desk).path).toContain('/conversations/142/');
	});

	test.each<[string, string, string]>([
		['in the zone of the workflow', `${NEXT_YEAR}-01-31T16:00:00`, 'Asia/Bangkok'],
		['in another zone of a workflow', `${NEXT_YEAR}-01-31T04:00:00`, 'America/New_York'],
		['in its own zone', `${NEXT_YEAR}-01-31T10:00:00+01:00`, 'Asia/Bangkok'],
	])('snoozes until a moment %s', async (_, snoozedUntil, timezone) => {
		const { items } = await send({ status: 'snoozed', snoozedUntil }, { settings: { timezone } });
		expect(onlyRequest(desk).rawBody).toBe(`{"status":"snoozed","snoozed_until":${MORNING}}`);
		expect(items[0].json).toEqual({
			conversation_id: 141,
			status: 'snoozed',
			snoozed_until: new Date(MORNING * 1000).toISOString(),
		});
	});
});

test('Update Status keeps its place behind the messages of the conversation', async () => {
	desk.sandbox.script({ kind: 'text', latencyMs: 60 });
	const message = desk.send({ parameters: { conversationId: byId('141'), content: 'Bye' } });
	const status = send({});
	await Promise.all([message, status]);
	expect(desk.sandbox.journal.entries.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
		'text START',
		'text END',
		'status START',
		'status END',
	]);
});

test('Update Status changes a conversation twice in the order of the items', async () => {
	const items = ['resolved', 'open', 'snoozed'].map((status) => ({ status }));
	const { error } = await send({ status: '={{ $json.status }}' }, { items });
	expect(error).toBeUndefined();
	expect(desk.sandbox.status(141).status).toBe('snoozed');
});

test('Update Status tells in words of a change that LiveDesk does not allow', async () => {
	await send({ status: 'resolved' });
	const { error } = await send({ status: 'snoozed' });
	expect(error).toMatchObject({ httpCode: '422', context: { itemIndex: 0 } });
	expect(error?.message).toMatch(/^LiveDesk did not accept the new status/);
	expect(error?.description).toMatch(/resolved conversation can become.*from resolved to snoozed/);
});

test('Update Status does not repeat a change blindly whose response was lost', async () => {
	desk.sandbox.script({ kind: 'status', drop: 'after-body' });
	const { error } = await send({}, { node: retryOnFail });
	expect(error?.description).toMatch(/may have been changed/);
	expect(desk.sandbox.journal.starts()).toHaveLength(1);
});

test('Update Status repeats a change whose response was lost, where the user says so', async () => {
	desk.sandbox.script({ kind: 'status', drop: 'before-body' });
	const { items } = await send({ options: { lostAnswer: 'resend' } }, { node: retryOnFail });
	expect(items).toMatchObject([{ json: { status: 'resolved' } }]);
});

describe('the response to Update Status', () => {
	test('is a refusal where it says no', async () => {
		desk.sandbox.script({ kind: 'status', body: { payload: { success: false } } });
		const { errorItems } = await send({}, { node: divert });
		expect(errorItems[0].json.error).toMatchObject({ outcome: 'refused' });
	});

	test.each<[IDataObject, IDataObject]>([
		[{ success: true }, { conversation_id: 141 }],
		[
			{ success: true, conversation_id: 7, current_status: 'open', snoozed_until: 0 },
			{ conversation_id: 7, status: 'open', snoozed_until: '1970-01-01T00:00:00.000Z' },
		],
	])('goes out with just what matters, or all as it came: %j', async (payload, json) => {
		desk.sandbox.script({ kind: 'status', body: { payload }, times: 2 });
		expect((await send({})).items[0].json).toStrictEqual(json);
		expect((await send({ simplify: false })).items[0].json).toStrictEqual({ payload });
	});
});
