/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { Readable } from 'node:stream';
import { fileForm, sha256 } from '../../harness/client';
import { until } from '../../harness/until';
import { held } from '../support/held';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const messages = '/api/v2/accounts/conversations/141/messages';
const headers = { 'content-type': 'application/json' };

test('the sandbox journals START with the head before the body is there, and END after the reply', async () => {
	const { journal } = context.sandbox;
	let release: (text: string) => void = () => {};
	const rest = new Promise<string>((resolve) => (release = resolve));
	async function* body() {
		yield '{"content":';
		yield await rest;
	}
	const reply = context.desk.send(messages, Readable.from(body()), { headers });
	await until(() => journal.entries.length > 0);
	const [start] = journal.entries;
	expect(start).toMatchObject({
		seq: 1,
		request: 1,
		phase: 'START',
		method: 'POST',
		path: messages,
		conversation: '141',
		authorized: true,
		contentType: 'application/json',
	});
	expect(start).not.toHaveProperty('body');
	expect(journal.ends()).toEqual([]);
	release(' "สวัสดี" }');
	await reply;
	expect(journal.entries[0]).toBe(start);
	expect(start).toMatchObject({ kind: 'text', body: { content: 'สวัสดี' } });
	expect(start.rawBody).toBe('{"content": "สวัสดี" }');
	expect(journal.ends()).toMatchObject([{ seq: 2, request: 1, status: 200, kind: 'text' }]);
	expect(journal.ends()[0].at).toBeGreaterThanOrEqual(start.at);
});

test('the sandbox masks the credentials', async () => {
	await context.desk.message(141, { content: 'Hello' });
	const [start, end] = context.sandbox.journal.entries;
	expect(start.headers).toMatchObject({ authorization: 'Basic ***', ...headers });
	expect(end).not.toHaveProperty('headers');
	expect(JSON.stringify(context.sandbox.journal.entries)).not.toContain(
		Buffer.from('sandbox-key:sandbox-secret').toString('base64'),
	);
});

test('the sandbox journals the parts of a form in order', async () => {
	const form = fileForm(['รูป.png', 'image/png', 'abc']);
	form.append('content', 'คำบรรยาย');
	await context.desk.form(141, form);
	const [start] = context.sandbox.journal.starts();
	expect(start.kind).toBe('attachment');
	expect(start.parts).toEqual([
		{
			name: 'attachments[]',
			fileName: 'รูป.png',
			contentType: 'image/png',
			size: 3,
			sha256: sha256('abc'),
		},
		{ name: 'content', value: 'คำบรรยาย' },
	]);
});

test('the sandbox journals what is refused, with its kind and status', async () => {
	const { desk, sandbox } = context;
	await desk.message(141, {});
	await desk.message(999, { content: 'x', template_params: {} });
	await desk.retry(141, 7);
	await desk.json('/api/v2/accounts/contacts', {});
	await desk.json('/api/v2/accounts/conversations', {});
	await desk.get('/api/unknown');
	await desk.get('/api/v2/accounts/contacts?wrong=1');
	await desk.json('/api/v2/accounts/contacts/1', {}, { method: 'PATCH' });
	await desk.json('/api/v2/accounts/conversations/141/toggle_status', {});
	await desk.json('/api/v2/accounts/contacts', {}, { method: 'PUT' });
	const seen = sandbox.journal.ends().map(({ kind, status }) => [kind, status]);
	expect(seen).toEqual([
		['text', 422],
		['template', 404],
		['retry', 404],
		['contact', 422],
		['conversation', 422],
		['other', 404],
		['contactSearch', 422],
		['contactUpdate', 200],
		['status', 422],
		['other', 405],
	]);
	expect(sandbox.journal.starts()[2]).toMatchObject({ conversation: '141', messageId: '7' });
});

test('the sandbox journals nothing but the API', async () => {
	await context.desk.get('/');
	await context.desk.get('/_sandbox/conversations');
	await context.desk.get('/unknown');
	expect(context.sandbox.journal.entries).toEqual([]);
});

test('the sandbox lists the contents of messages in arrival order', async () => {
	const { desk, sandbox } = context;
	const form = fileForm(['a.txt', 'text/plain', 'a']);
	form.append('content', 'two');
	await desk.message(141, { content: 'one' });
	await desk.form(142, form);
	await desk.message(141, { content: 'three', message_type: 'outgoing', template_params: {} });
	await desk.form(142, fileForm(['a.txt', 'text/plain', 'a']));
	expect(sandbox.journal.texts()).toEqual(['one', 'two', 'three']);
	expect(sandbox.journal.texts(142)).toEqual(['two']);
	expect(sandbox.journal.texts('141')).toEqual(['one', 'three']);
});

test('the sandbox knows how many requests were under way at once', async () => {
	const { desk, sandbox } = context;
	expect(sandbox.journal.inFlightPeak()).toBe(0);
	await desk.message(141, { content: 'alone' });
	expect(sandbox.journal.inFlightPeak()).toBe(1);
	const { holdUntil, release } = held();
	sandbox.script({ content: 'together', holdUntil, times: 3 });
	const together = [1, 2, 3].map(async () => await desk.message(141, { content: 'together' }));
	await until(() => sandbox.journal.starts().length === 4);
	release();
	await Promise.all(together);
	await desk.message(141, { content: 'alone' });
	expect(sandbox.journal.inFlightPeak()).toBe(3);
});

test('the sandbox journals 20,000 texts without loss', async () => {
	const { desk, sandbox } = context;
	for (let batch = 0; batch < 200; batch++) {
		const contents = Array.from({ length: 100 }, (_, at) => `text ${batch * 100 + at}`);
		await Promise.all(contents.map(async (content) => await desk.message(141, { content })));
	}
	expect(new Set(sandbox.journal.texts(141)).size).toBe(20_000);
	expect(sandbox.messages(141)).toHaveLength(20_000);
	expect(sandbox.journal.ends().every(({ status }) => status === 200)).toBe(true);
}, 240_000);
