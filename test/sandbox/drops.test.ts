/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { fileForm } from '../../harness/client';
import { until } from '../../harness/until';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const messages = '/api/v2/accounts/conversations/141/messages';
const json = { 'content-type': 'application/json' };
const statuses = () => context.sandbox.journal.ends().map(({ status }) => status);

/** A body of which only the start ever arrives. */
async function* unfinished(start: string) {
	yield start;
	await new Promise(() => {});
}

test('the sandbox drops a connection before the body', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ drop: 'before-body', conversation: 141 });
	const body = Readable.from(unfinished('{'));
	await expect(desk.send(messages, body, { headers: json })).rejects.toThrow();
	expect(statuses()).toEqual(['dropped']);
	expect(sandbox.journal.starts()[0]).not.toHaveProperty('rawBody');
	expect((await desk.message(141, { content: 'next' })).status).toBe(200);
});

test('the sandbox drops an upload before its body when the kind is certain', async () => {
	context.sandbox.script({ drop: 'before-body', kind: 'attachment' });
	const headers = { 'content-type': 'multipart/form-data; boundary=b' };
	const body = Readable.from(unfinished('--b\r\n'));
	await expect(context.desk.send(messages, body, { headers })).rejects.toThrow();
	expect(statuses()).toEqual(['dropped']);
});

test('the sandbox waits for the body when it decides which rule it is', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ content: 'the other', status: 500 });
	sandbox.script({ drop: 'before-body', content: 'this' });
	expect((await desk.message(141, { content: 'that' })).status).toBe(200);
	await expect(desk.message(141, { content: 'this' })).rejects.toThrow();
	expect((await desk.message(141, { content: 'the other' })).status).toBe(500);
	expect(sandbox.messages(141).map(({ content }) => content)).toEqual(['that']);
	expect(statuses()).toEqual([200, 'dropped', 500]);
});

test('the sandbox drops nothing before the body while an earlier rule may fit', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ content: 'first', status: 500 });
	sandbox.script({ drop: 'before-body' });
	expect((await desk.message(141, { content: 'first' })).status).toBe(500);
	await expect(desk.message(141, { content: 'second' })).rejects.toThrow();
	expect(statuses()).toEqual([500, 'dropped']);
});

test('the sandbox accepts a message and drops the answer', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ drop: 'after-body' });
	await expect(desk.message(141, { content: 'Hello' })).rejects.toThrow();
	expect(sandbox.messages(141)).toMatchObject([{ content: 'Hello', status: 'sent' }]);
	expect(statuses()).toEqual(['dropped']);
});

test('the sandbox keeps the file of an upload whose answer is dropped', async () => {
	context.sandbox.script({ drop: 'after-body' });
	await expect(context.desk.form(141, fileForm(['a', 'a/b', 'c']))).rejects.toThrow();
	expect(readdirSync(dirname(context.sandbox.file(199)))).toHaveLength(1);
});

test('the sandbox journals a client that hangs up amid its upload, and keeps nothing of it', async () => {
	const { desk, sandbox } = context;
	await desk.form(141, fileForm(['kept', 'a/b', 'c']));
	const folder = dirname(sandbox.file(199));
	const kept = readdirSync(folder);
	const start = `--b\r\nContent-Disposition: form-data; name="attachments[]"; filename="a"\r\nContent-Type: a/b\r\n\r\n${'x'.repeat(500_000)}`;
	const impatient = new AbortController();
	const upload = desk.send(messages, Readable.from(unfinished(start)), {
		headers: { 'content-type': 'multipart/form-data; boundary=b' },
		signal: impatient.signal,
	});
	await until(() => readdirSync(folder).length > kept.length);
	impatient.abort();
	await expect(upload).rejects.toThrow();
	await until(() => sandbox.journal.ends().length === 2);
	await until(() => readdirSync(folder).length === kept.length);
	expect(statuses()).toEqual([200, 'aborted']);
	expect(sandbox.messages(141)).toHaveLength(1);
});
