/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import { listen } from '../support/listen';
import { MAJORS } from './support/instance';
import { useInstance } from './support/useInstance';
import { E2E_CREDENTIAL } from '../../harness/workflow';

interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

const SEARCH = 'GET /api/v2/accounts/contacts?q=test%20of%20the%20credential%20in%20n8n';
const GOOD: Verdict = { status: 'OK', message: 'Connection successful!' };
const bad = (message: string): Verdict => ({ status: 'Error', message });

describe.each(MAJORS)('the test of the credential, n8n %s', (which) => {
	const n8n = useInstance(which);
	let page = '';
	let body = '';
	/** What another server was asked for. */
	let asked: string[] = [];
	const elsewhere = createServer(({ url = '' }, reply) => {
		asked.push(url);
		const [, status] = /^\/moved\/(\d+)/.exec(url) ?? [];
		if (status === undefined) reply.writeHead(404, { 'content-type': 'text/html' }).end(body);
		else reply.writeHead(Number(status), { location: `${page}/followed` }).end();
	});

	beforeAll(async () => void (page = `http://127.0.0.1:${await listen(elsewhere)}`));
	beforeEach(() => void (asked = []));
	afterAll(async () => await new Promise((closed) => elsewhere.close(closed)));

	const verdict = async (changes: IDataObject): Promise<Verdict> => {
		const data = { ...n8n().sandbox.credentials, ...changes };
		return await n8n().rest.call('POST', '/rest/credentials/test', {
			credentials: { ...E2E_CREDENTIAL, data },
		});
	};

	const paths = () =>
		n8n()
			.sandbox.journal.starts()
			.map(({ method, path }) => `${method} ${path}`);
	/** In the words of ours that n8n 2 shows, or in those that n8n 1 has of its own. */
	const told = (current: string, previous: RegExp) =>
		bad(which === 'current' ? current : expect.stringMatching(previous));

	test('accepts what is right, and only reads', async () => {
		expect(await verdict({})).toEqual(GOOD);
		expect(paths()).toEqual([SEARCH]);
		expect(n8n().sandbox.journal.starts()[0].authorized).toBe(true);
	});

	test.each([
		['a slash at the end', (url: string) => `${url}/`],
		['blanks around it', (url: string) => `  ${url} `],
		["the API's path", (url: string) => `${url}/api/v2/accounts/conversations/141/messages`],
	])('forgives a base URL with %s', async (_, variant) => {
		const baseUrl = variant(n8n().sandbox.url);
		expect(await verdict({ baseUrl })).toEqual(GOOD);
		expect(paths()).toEqual([SEARCH]);
	});

	test.each([{ apiKey: 'wrong' }, { apiSecret: 'wrong' }, { apiKey: '', apiSecret: '' }])(
		'tells a wrong key or secret: %o',
		async (wrong) => {
			expect(await verdict(wrong)).toEqual(
				told(
					'LiveDesk did not accept the API key or secret, or the key may not read contacts',
					/Authorization failed/,
				),
			);
			expect(n8n().sandbox.journal.starts()[0]?.authorized).toBe(false);
		},
	);

	test('tells a key without access to the project', async () => {
		n8n().sandbox.script({ status: 403, times: 2, body: { error: 'No access' } });
		expect(await verdict({})).toEqual(
			told('The API key has no access to this LiveDesk project', /Forbidden/),
		);
	});

	test.each([400, 402, 422, 429, 500, 503])('is not content with HTTP %d', async (status) => {
		n8n().sandbox.script({ status, times: 9, body: { error: 'Whatever' } });
		expect(await verdict({})).toEqual(bad(expect.stringMatching(/\S/)));
	});

	test('tells a web page that came with HTTP 200 in both, as no status tells it', async () => {
		n8n().sandbox.script({ status: 200, html: true, body: '<!doctype html>' });
		expect(await verdict({})).toEqual(
			bad("A web page answered instead of LiveDesk's API: check the base URL"),
		);
	});

	test.each([{ hello: 1 }, { code: 40001, message: 'Not allowed' }])(
		'tells a response of HTTP 200 that has no contacts: %j',
		async (reply) => {
			n8n().sandbox.script({ body: reply });
			expect(await verdict({})).toEqual(
				bad('The response has no contacts in it: check the base URL, the API key and the secret'),
			);
		},
	);

	test.each([
		['where nothing answers', 'http://127.0.0.1:9', /ECONNREFUSED|The service refused the conn/],
		['that is none', 'nonsense', /ERR_INVALID_URL|Invalid URL/],
	])('tells an address %s', async (_, baseUrl, words) => {
		expect(await verdict({ baseUrl })).toEqual(bad(expect.stringMatching(words)));
	});

	test.each(['', '/api/v2', 'https://'])(
		'is not content with the base URL "%s"',
		async (baseUrl) => {
			expect(await verdict({ baseUrl })).toMatchObject({ status: 'Error' });
			expect(paths()).toEqual([]);
		},
	);

	test('tells a web page with HTTP 404, whatever it begins with', async () => {
		for (body of ['<!doctype html><p>Not here', '\n\n<html></html>']) {
			expect(await verdict({ baseUrl: page })).toEqual(
				told("LiveDesk's API is not at this address: check the base URL", /could not be found/),
			);
		}
	});

	test.each([301, 302, 303, 307, 308])(
		'tells a redirect with HTTP %d, and does not follow it with key and secret',
		async (status) => {
			expect(await verdict({ baseUrl: `${page}/moved/${status}` })).toEqual(
				told("A redirect answered instead of LiveDesk's API: check the base URL", /\S/),
			);
			expect(asked).toEqual([expect.stringMatching(/^\/moved\//)]);
		},
	);

	test('tells no credential', async () => {
		const verdicts = await Promise.all(
			[{ apiKey: 'key-of-mine', apiSecret: 'secret-of-mine' }, { baseUrl: page }].map(verdict),
		);
		expect(JSON.stringify(verdicts)).not.toMatch(/of-mine|sandbox-key|sandbox-secret/);
	});
});
