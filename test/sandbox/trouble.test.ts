import type { TroubleRule } from '../../sandbox';
import { basic } from '../../harness/basic';
import { fileForm } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const text = (content = 'Hello') => ({ content });
const statuses = () => context.sandbox.journal.ends().map(({ status }) => status);

test('the sandbox answers a scripted status once, stores nothing, and then works again', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ status: 503, headers: { 'x-reason': 'deploy' } });
	const reply = await desk.message(141, text());
	expect(reply).toMatchObject({ status: 503, body: { error: 'Service Unavailable' } });
	expect(reply.headers).toHaveProperty('x-reason', 'deploy');
	expect(sandbox.messages(141)).toEqual([]);
	expect((await desk.message(141, text())).status).toBe(200);
	expect(statuses()).toEqual([503, 200]);
});

test('the sandbox uses up rules in the order they were added, each as often as it says', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ status: 500, times: 2 });
	sandbox.script({ status: 429, retryAfter: 7 });
	for (let sent = 0; sent < 4; sent++) await desk.message(141, text());
	expect(statuses()).toEqual([500, 500, 429, 200]);
});

test('the sandbox keeps a rule for ever that says Infinity', async () => {
	context.sandbox.script({ status: 500, times: Infinity });
	for (let sent = 0; sent < 5; sent++) await context.desk.message(141, text());
	expect(statuses()).toEqual([500, 500, 500, 500, 500]);
});

test('the sandbox troubles only the conversation, kind and content that a rule names', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ conversation: 142, status: 500 });
	sandbox.script({ kind: ['attachment', 'retry'], status: 501 });
	sandbox.script({ content: 'this one', status: 502 });
	expect((await desk.message(141, text())).status).toBe(200);
	expect((await desk.message(141, text('this one'))).status).toBe(502);
	expect((await desk.form(141, fileForm(['a', 'a/b', 'c']))).status).toBe(501);
	expect((await desk.message(142, text())).status).toBe(500);
	const form = fileForm(['a', 'a/b', 'c']);
	form.append('content', 'this one');
	sandbox.script({ content: 'this one', status: 503 });
	expect((await desk.form(141, form)).status).toBe(503);
});

test('the sandbox does not use up a rule on a request without credentials', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ status: 500 });
	const headers = { authorization: basic('x', 'y') };
	expect((await desk.message(141, text(), { headers })).status).toBe(401);
	expect((await desk.message(141, text())).status).toBe(500);
});

test('the sandbox can trouble what would not be found', async () => {
	context.sandbox.script({ status: 500 });
	expect((await context.desk.send('/api/v2/accounts/conversations/0/messages')).status).toBe(500);
});

const replies: Array<[string, TroubleRule, object]> = [
	['JSON', { status: 403, body: { errors: ['no'] } }, { status: 403, body: { errors: ['no'] } }],
	['a bare string', { status: 500, body: 'oops' }, { status: 500, text: 'oops' }],
	['nothing', { status: 500, body: '' }, { status: 500, text: '' }],
	['429 with seconds', { retryAfter: 3 }, { status: 429, headers: { 'retry-after': '3' } }],
	[
		'503 with a date',
		{ status: 503, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
		{ status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } },
	],
	['a gateway page', { html: true }, { status: 502, headers: { 'content-type': 'text/html' } }],
	[
		'a page for 413',
		{ status: 413, html: true },
		{ status: 413, text: expect.stringContaining('<h1>413 Payload Too Large</h1>') },
	],
	[
		'a redirect',
		{ redirect: 'https://example.com/login' },
		{ status: 302, headers: { location: 'https://example.com/login' } },
	],
];

test.each(replies)(
	'the sandbox answers %s as scripted, and stores nothing',
	async (_, rule, expected) => {
		context.sandbox.script(rule);
		expect(await context.desk.message(141, text())).toMatchObject(expected);
		expect(context.sandbox.messages(141)).toEqual([]);
	},
);

const accepted: Array<[string, TroubleRule, object]> = [
	['a body', { body: { odd: true } }, { status: 200, body: { odd: true } }],
	['no body', { body: '' }, { status: 200, text: '' }],
	['204', { status: 204 }, { status: 204, text: '' }],
	['201', { status: 201 }, { status: 201, body: { id: 3030 } }],
];

test.each(accepted)(
	'the sandbox stores the message when a 2xx with %s is scripted',
	async (_, rule, expected) => {
		context.sandbox.script(rule);
		expect(await context.desk.message(141, text())).toMatchObject(expected);
		expect(context.sandbox.messages(141)).toMatchObject([{ id: 3030, status: 'sent' }]);
	},
);

test('the sandbox accepts a message that then fails, with its reason', async () => {
	const failed = '131026: Message undeliverable';
	context.sandbox.script({ failed, times: 2 });
	const attributes = { in_reply_to: 1 };
	const { status, body } = await context.desk.message(141, {
		content: 'x',
		content_attributes: attributes,
	});
	expect(status).toBe(200);
	expect(body).toMatchObject({ status: 'failed', content: 'x', sender: { name: 'TEST' } });
	expect(body).toHaveProperty('content_attributes', { ...attributes, external_error: failed });
	const { body: file } = await context.desk.form(141, fileForm(['a', 'a/b', 'c']));
	expect(file).toMatchObject({ status: 'failed', attachments: [{ id: 199 }] });
});

test.each([
	[{ status: 99 }, 'status must be'],
	[{ drop: 'later' }, 'drop must be'],
	[{ latencyMs: [5, 1] }, 'latencyMs must be'],
	[{ times: 0 }, 'times must be'],
	[{ kind: 'texts' }, 'kind must be'],
	[{ delay: 5 }, 'delay is not a known field'],
])('the sandbox refuses the rule %j', (rule, reason) => {
	expect(() => context.sandbox.script(rule as TroubleRule)).toThrow(reason);
});
