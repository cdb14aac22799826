import { request } from 'undici';
import { basic } from '../../harness/basic';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const statuses = () => context.sandbox.journal.ends().map(({ status }) => status);

/** Reads a reply as far as it comes, and tells how that ended. */
async function reading() {
	const { statusCode, headers, body } = await request(
		`${context.sandbox.url}/api/v2/accounts/conversations/141/messages`,
		{
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				authorization: basic('sandbox-key', 'sandbox-secret'),
			},
			body: '{"content":"Hello"}',
		},
	);
	const pieces: string[] = [];
	let failure = '';
	try {
		for await (const piece of body) pieces.push(String(piece));
	} catch (error) {
		failure = (error as Error & { code?: string }).code ?? String(error);
	}
	return { statusCode, headers, pieces, text: pieces.join(''), failure };
}

test('the sandbox says gzip where there is none, of a message that is stored', async () => {
	context.sandbox.script({ garble: 'gzip' });
	await expect(context.desk.message(141, { content: 'Hello' })).rejects.toThrow();
	expect(context.sandbox.messages(141)).toMatchObject([{ content: 'Hello' }]);
	expect(statuses()).toEqual([200]);
});

test('the sandbox announces more than it sends', async () => {
	context.sandbox.script({ garble: 'length' });
	const { headers, text, failure } = await reading();
	expect(JSON.parse(text)).toMatchObject({ id: 3030 });
	expect(Number(headers['content-length'])).toBe(text.length + 100);
	expect(failure).toBe('UND_ERR_SOCKET');
	expect(statuses()).toEqual(['dropped']);
});

test('the sandbox resets the connection amid the reply', async () => {
	context.sandbox.script({ garble: 'reset' });
	const { failure } = await reading();
	expect(failure).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
	expect(context.sandbox.messages(141)).toHaveLength(1);
	expect(statuses()).toEqual(['dropped']);
});

test('the sandbox lets a reply drip', async () => {
	context.sandbox.script({ garble: 'drip' });
	const { pieces, text, failure } = await reading();
	expect(failure).toBe('');
	expect(pieces.length).toBeGreaterThan(1);
	expect(JSON.parse(text)).toMatchObject({ id: 3030, content: 'Hello' });
	expect(statuses()).toEqual([200]);
});

test('the sandbox garbles a scripted reply too', async () => {
	context.sandbox.script({ garble: 'gzip', status: 500, body: 'oops' });
	await expect(context.desk.message(141, { content: 'Hello' })).rejects.toThrow();
	expect(context.sandbox.messages(141)).toEqual([]);
	expect(statuses()).toEqual([500]);
});

test('the sandbox breaks off amid the reply', async () => {
	context.sandbox.script({ drop: 'mid-reply' });
	const { statusCode, headers, text, failure } = await reading();
	expect(statusCode).toBe(200);
	expect(failure).not.toBe('');
	expect(text).toMatch(/^\{"id":3030,"content":"Hello"/);
	expect(text.length).toBe(Math.floor(Number(headers['content-length']) / 2));
	expect(context.sandbox.messages(141)).toMatchObject([{ content: 'Hello' }]);
	expect(statuses()).toEqual(['dropped']);
});
