/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { MAJORS } from './support/instance';
import { useInstance } from './support/useInstance';
import { E2E_CREDENTIAL } from '../../harness/workflow';

interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

const SEARCH = 'GET /api/v2/accounts/contacts?q=test%20of%20the%20credential%20in%20n8n';
const GOOD: Verdict = { status: 'OK', message: 'Connection successful!' };

describe.each(MAJORS)('test of the credential, n8n %s', (which) => {
	const n8n = useInstance(which);
	let elsewhere: Server;
	let page = '';
	let body = '';
	let redirect = '';

	beforeAll(async () => {
		elsewhere = createServer((request, reply) => {
			if (request.url?.startsWith('/moved')) {
				reply.writeHead(302, { location: 'https://example.com/' }).end();
			} else {
				reply.writeHead(404, { 'content-type': 'text/html' }).end(body);
			}
		});
		await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
		page = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
		redirect = `${page}/moved`;
	});
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
	/** The words of ours that n8n 2 shows, or those that n8n 1 has of its own. */
	const told = (current: string, previous: string | RegExp) =>
		which === 'current' ? current : expect.stringMatching(previous);

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

	test.each([{ apiKey: 'wrong' }, { apiSecret: 'wrong' }])(
		'tells a wrong key or secret: %o',
		async (wrong) => {
			expect(await verdict(wrong)).toEqual({
				status: 'Error',
				message: told(
					'LiveDesk did not accept the API key or secret, or the key may not read contacts',
					/Authorization failed/,
				),
			});
			expect(n8n().sandbox.journal.starts()[0]?.authorized).toBe(false);
		},
	);

	test('tells a key without access to the project', async () => {
		n8n().sandbox.script({ status: 403, times: 2, body: { error: 'No access' } });
		expect(await verdict({})).toEqual({
			status: 'Error',
			message: told('The API key has no access to this LiveDesk project', /Forbidden/),
		});
	});

	test('tells a web page that came with HTTP 200 in both, as no status tells it', async () => {
		n8n().sandbox.script({ status: 200, html: true, body: '<!doctype html>' });
		expect(await verdict({})).toEqual({
			status: 'Error',
			message: "A web page answered instead of LiveDesk's API: check the base URL",
		});
	});

	test('an address where nothing answers', async () => {
		const { status, message } = await verdict({ baseUrl: 'http://127.0.0.1:9' });
		expect(status).toBe('Error');
		expect(message).toMatch(/ECONNREFUSED|The service refused the connection/);
	});

	test('an address that is none', async () => {
		const { status, message } = await verdict({ baseUrl: 'nonsense' });
		expect(status).toBe('Error');
		expect(message).toMatch(/ERR_INVALID_URL|Invalid URL/);
	});

	test('a web page, whatever it begins with', async () => {
		for (body of ['<!doctype html><p>Not here', '\n\n<html></html>']) {
			expect(await verdict({ baseUrl: page })).toEqual({
				status: 'Error',
				message: told(
					"LiveDesk's API is not at this address: check the base URL",
					/could not be found/,
				),
			});
		}
	});

	test('a redirect', async () => {
		expect(await verdict({ baseUrl: redirect })).toEqual({
			status: 'Error',
			message: told("A redirect answered instead of LiveDesk's API: check the base URL", /\S/),
		});
	});

	test('tells no credential', async () => {
		const verdicts = await Promise.all(
			[{ apiKey: 'key-of-mine', apiSecret: 'secret-of-mine' }, { baseUrl: page }].map(verdict),
		);
		expect(JSON.stringify(verdicts)).not.toMatch(/of-mine|sandbox-key|sandbox-secret/);
	});
});
