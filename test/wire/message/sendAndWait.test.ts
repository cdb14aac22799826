import type { IDataObject } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import { useLiveDesk } from '../../support/useLiveDesk';

const apiKey = 'key-Zq3fT9wB';
const apiSecret = ['secret', 'Lx7Rk2Vn5'].join('-');
const desk = useLiveDesk({ apiKey, apiSecret });

const both = { values: { approvalType: 'double' } };
const ask = (more: IDataObject = {}): IDataObject => ({
	operation: 'sendAndWait',
	conversationId: byId('141'),
	message: 'Send this answer?\nYour parcel arrives on Friday.',
	...more,
});
const texts = () => desk.sandbox.journal.texts(141);
const notes = () => desk.sandbox.messages(141);
const once = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

describe('asks in a private note', () => {
	test('with the message, and a signed link for each choice', async () => {
		const { error } = await desk.send({ parameters: ask({ approvalOptions: both }) });
		expect(error).toBeUndefined();
		expect(notes()).toHaveLength(1);
		const [{ content, private: isPrivate }] = notes();
		expect(isPrivate).toBe(true);
		const [question, answer, gap, ...links] = String(content).split('\n');
		expect([question, answer, gap]).toEqual([
			'Send this answer?',
			'Your parcel arrives on Friday.',
			'',
		]);
		expect(links).toEqual([
			expect.stringMatching(
				/^Approve: http:\/\/\S+\/execution\/livedesk\?approved=true&turn=0&signature=[0-9a-f]{64}$/,
			),
			expect.stringMatching(
				/^Decline: http:\/\/\S+\/execution\/livedesk\?approved=false&turn=0&signature=[0-9a-f]{64}$/,
			),
		]);
	});

	test('that is sent as LiveDesk documents it', async () => {
		await desk.send({ parameters: ask() });
		const [{ method, path, contentType, headers, body }] = desk.sandbox.journal.starts();
		expect([method, path, contentType]).toEqual([
			'POST',
			'/api/v2/accounts/conversations/141/messages',
			'application/json',
		]);
		expect(headers).toMatchObject({ accept: 'application/json' });
		expect(body).toEqual({ content: expect.any(String), private: true });
	});

	test('with one choice unless told', async () => {
		await desk.send({ parameters: ask() });
		expect(notes()[0].content).toMatch(/^[^]*\n\nApprove: \S+$/);
	});

	test('with labels of the user, each in one line', async () => {
		const values = { approvalType: 'double', approveLabel: ' Send\n it ', disapproveLabel: 'ไม่' };
		await desk.send({ parameters: ask({ approvalOptions: { values } }) });
		expect(notes()[0].content).toMatch(/\n\nSend it: \S+\nไม่: \S+$/);
	});
});

describe('pauses', () => {
	test('without a limit, and gives its input where nobody decides', async () => {
		const items = [{ json: { order: 456 } }];
		const { run, items: output } = await desk.send({ parameters: ask(), items });
		expect(run.status).toBe('waiting');
		expect(run.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(output).toEqual([{ json: { order: 456 }, pairedItem: { item: 0 } }]);
	});

	test.each([
		['minutes', 45, 45 * 60],
		['hours', 0.5, 30 * 60],
		['days', 2, 48 * 3_600],
	])('for a limit in %s', async (resumeUnit, resumeAmount, seconds) => {
		const limitWaitTime = { values: { limitType: 'afterTimeInterval', resumeAmount, resumeUnit } };
		const before = Date.now();
		const { run } = await desk.send({ parameters: ask({ options: { limitWaitTime } }) });
		const till = Number(run.waitTill) - seconds * 1_000;
		expect(till).toBeGreaterThanOrEqual(before);
		expect(till).toBeLessThanOrEqual(Date.now());
	});

	test.each([
		['2987-01-02T03:04:05', '2987-01-01T20:04:05.000Z'],
		['2987-01-02T03:04:05Z', '2987-01-02T03:04:05.000Z'],
	])("until a date, in the workflow's timezone where it has none: %s", async (date, till) => {
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime: date };
		const { run, error } = await desk.send({
			parameters: ask({ options: { limitWaitTime: { values } } }),
			settings: { timezone: 'Asia/Bangkok' },
		});
		expect(error).toBeUndefined();
		expect(run.waitTill?.toISOString()).toBe(till);
	});
});

describe('the note goes the way of every message', () => {
	test('waits while LiveDesk limits the rate', async () => {
		desk.sandbox.script({ retryAfter: 0, times: 2 });
		const { run } = await desk.send({ parameters: ask() });
		expect(desk.sandbox.journal.ends().map(({ status }) => status)).toEqual([429, 429, 200]);
		expect(run.status).toBe('waiting');
	});

	test('comes after what another execution is sending into the conversation', async () => {
		desk.sandbox.script({ content: 'before', latencyMs: 200 });
		const text = desk.send({ parameters: { conversationId: byId('141'), content: 'before' } });
		await until(() => desk.sandbox.journal.starts().length === 1);
		await Promise.all([text, desk.send({ parameters: ask() })]);
		expect(texts()).toEqual(['before', expect.stringMatching(/^Send this answer/)]);
		expect(desk.sandbox.journal.inFlightPeak()).toBe(1);
	});

	test.each([
		['refused', { status: 422, body: { error: `No: ${apiSecret}` } }, 'refused'],
		['lost', { drop: 'after-body' }, 'unknown'],
	] as const)('is told where it is %s, and nothing waits', async (_, trouble, outcome) => {
		desk.sandbox.script({ ...trouble });
		const { error, run, items } = await desk.send({ parameters: ask() });
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0, outcome } });
		expect(run.status).not.toBe('waiting');
		expect(run.waitTill).toBeUndefined();
		expect(items).toEqual([]);
		expect(JSON.stringify(run)).not.toContain(apiSecret);
	});

	test('gives an error item with On Error = Continue', async () => {
		desk.sandbox.script({ status: 422 });
		const { run, items } = await desk.send({
			parameters: ask(),
			node: { onError: 'continueRegularOutput' },
		});
		expect(run.status).toBe('success');
		expect(items).toEqual([
			{
				json: {
					message: expect.stringMatching(/ \[item 0\]$/),
					error: expect.objectContaining({ outcome: 'refused', httpCode: '422' }),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('is not sent by an execution that is cancelled, which then does not wait', async () => {
		desk.sandbox.script({ content: 'before', latencyMs: 200 });
		const text = desk.send({ parameters: { conversationId: byId('141'), content: 'before' } });
		await until(() => desk.sandbox.journal.starts().length === 1);
		const { done, cancel } = desk.start({ parameters: ask() });
		cancel();
		const { run } = await done;
		await text;
		expect(texts()).toEqual(['before']);
		expect(run.waitTill).toBeUndefined();
	});
});

describe('Retry On Fail', () => {
	test('sends what was refused, and then waits', async () => {
		desk.sandbox.script({ status: 422 });
		const { run } = await desk.send({ parameters: ask(), node: once });
		expect(notes()).toHaveLength(1);
		expect(desk.sandbox.journal.starts()).toHaveLength(2);
		expect(run.status).toBe('waiting');
	});

	test('posts no second note where the response was lost', async () => {
		desk.sandbox.script({ drop: 'after-body' });
		const { error } = await desk.send({ parameters: ask(), node: once });
		expect(error?.context?.outcome).toBe('unknown');
		expect(notes()).toHaveLength(1);
	});

	test('posts no second note where n8n repeats because of the input', async () => {
		// n8n repeats a node whose first output item has an `error`, as an input behind an error output does.
		const items = [{ json: { error: 'of a node before' } }];
		const { run } = await desk.send({ parameters: ask(), items, node: once });
		expect(notes()).toHaveLength(1);
		expect(run.status).toBe('waiting');
	});
});

describe('takes one item an execution', () => {
	const items = [{ json: { to: 1 } }, { json: { to: 2 } }];

	test('and says what to do with several, with nothing sent', async () => {
		const { error, run } = await desk.send({ parameters: ask(), items });
		expect(error?.message).toBe("'Send and Wait for Approval' takes one item at a time [item 0]");
		expect(error?.description).toMatch(/2 items.*Loop Over Items.*Execute Once/);
		expect(run.status).not.toBe('waiting');
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});

	test('and puts each of several on the error output', async () => {
		const { error, errorItems } = await desk.send({
			parameters: ask(),
			items,
			node: { onError: 'continueErrorOutput' },
		});
		expect(error).toBeUndefined();
		expect(errorItems.map(({ json, pairedItem }) => [json.to, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 1 }],
		]);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});

	test('or the first of several, with Execute Once', async () => {
		const { run } = await desk.send({ parameters: ask(), items, node: { executeOnce: true } });
		expect(run.status).toBe('waiting');
		expect(notes()).toHaveLength(1);
	});
});

describe('refuses before anything is sent', () => {
	const limit = (values: IDataObject) => ({ options: { limitWaitTime: { values } } });
	const label = (values: IDataObject) => ({ approvalOptions: { values } });
	test.each<[string, IDataObject, string]>([
		['an empty message', { message: ' ' }, 'Message'],
		['an object as message', { message: '={{ { a: 1 } }}' }, 'Message'],
		['no conversation', { conversationId: byId('={{ "" }}') }, 'Conversation'],
		['a path as conversation', { conversationId: byId('={{ "141/../7" }}') }, 'Conversation'],
		['an empty label', label({ approveLabel: '={{ "" }}' }), 'Approve Button Label'],
		[
			'an empty label to decline',
			label({ approvalType: 'double', disapproveLabel: '={{ " " }}' }),
			'Disapprove Button Label',
		],
		['an unknown type', label({ approvalType: '={{ "triple" }}' }), 'Type of Approval'],
		['a negative limit', limit({ resumeAmount: -1 }), 'Amount'],
		['a limit that is no number', limit({ resumeAmount: '={{ "soon" }}' }), 'Amount'],
		['an unknown unit', limit({ resumeUnit: '={{ "moons" }}' }), 'Unit'],
		['an unknown kind of limit', limit({ limitType: '={{ "never" }}' }), 'Limit Type'],
		['no date', limit({ limitType: 'atSpecifiedTime' }), 'Max Date and Time'],
		[
			'what is no date',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '={{ "soon" }}' }),
			'Max Date and Time',
		],
		[
			'a date in the past',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00Z' }),
			'Max Date and Time',
		],
		['a proxy that is no URL', { requestOptions: { proxy: 'nowhere' } }, 'Proxy'],
	])('%s', async (_, more, field) => {
		const { error, run } = await desk.send({ parameters: ask(more) });
		expect(error?.message).toMatch(new RegExp(`^'${field}' .* \\[item 0\\]$`));
		expect(error?.message).not.toMatch(/error|problem|failure|mistake/i);
		expect(error?.description).toMatch(/\S/);
		expect(run.status).not.toBe('waiting');
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});
});

describe('follows the Request Options', () => {
	test('by its timeout', async () => {
		desk.sandbox.script({ latencyMs: 2_000 });
		const { error } = await desk.send({ parameters: ask({ requestOptions: { timeout: 50 } }) });
		expect(error?.context?.outcome).toBe('unknown');
	});

	test('by its proxy', async () => {
		const proxy = desk.sandbox.url.replace('http://', 'http://user:pass%20word@');
		const { run } = await desk.send({
			parameters: ask({ requestOptions: { proxy } }),
			credentials: { ...desk.sandbox.credentials, baseUrl: 'http://livedesk.invalid' },
		});
		const [{ path, headers }] = desk.sandbox.journal.starts();
		expect(path).toContain('livedesk.invalid');
		expect(headers).toMatchObject({
			'proxy-authorization': `Basic ${Buffer.from('user:pass word').toString('base64')}`,
		});
		expect(run.status).toBe('waiting');
	});

	test.each(['/', ' ', '/api/v2', '/api/v2/accounts/', '//'])(
		'at the same address as all operations, with "%s" behind it',
		async (more) => {
			const { credentials } = desk.sandbox;
			const odd = { ...credentials, baseUrl: ` ${String(credentials.baseUrl)}${more}` };
			await desk.send({ parameters: ask(), credentials: odd });
			const text = { conversationId: byId('141'), content: 'a' };
			await desk.send({ parameters: text, credentials: odd });
			const paths = desk.sandbox.journal.starts().map(({ path }) => path);
			expect(paths).toEqual([paths[0], paths[0]]);
			expect(notes()).toHaveLength(2);
		},
	);
});
