/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { MAJORS } from './support/instance';
import { useInstance } from './support/useInstance';
import { CREDENTIAL } from './support/workflow';

interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

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
			credentials: { ...CREDENTIAL, data },
		});
	};

	test('accepts what is right, and sends nothing', async () => {
		expect(await verdict({})).toEqual(GOOD);
		const { journal, messages } = n8n().sandbox;
		expect(journal.starts()).toEqual([
			expect.objectContaining({
				method: 'POST',
				path: '/api/v2/accounts/conversations/0/messages',
				authorized: true,
			}),
		]);
		expect([messages(141), messages(142)]).toEqual([[], []]);
	});

	test.each([
		['a slash at the end', (url: string) => `${url}/`],
		['blanks around it', (url: string) => `  ${url} `],
		["the API's path", (url: string) => `${url}/api/v2/accounts/conversations/141/messages`],
	])('forgives a base URL with %s', async (_, variant) => {
		const baseUrl = variant(n8n().sandbox.url);
		expect(await verdict({ baseUrl })).toEqual(GOOD);
		expect(
			n8n()
				.sandbox.journal.starts()
				.map(({ path }) => path),
		).toEqual(['/api/v2/accounts/conversations/0/messages']);
	});

	test.each([{ apiKey: 'wrong' }, { apiSecret: 'wrong' }])(
		'a wrong key or secret: n8n 2 tells it, n8n 1 cannot (%o)',
		async (wrong) => {
			expect(await verdict(wrong)).toEqual(
				which === 'current'
					? { status: 'Error', message: 'LiveDesk did not accept the API key or secret' }
					: GOOD,
			);
			expect(n8n().sandbox.journal.starts()[0]?.authorized).toBe(false);
		},
	);

	test('a key without access to the project: n8n 2 tells it, n8n 1 cannot', async () => {
		n8n().sandbox.script({ status: 403, times: 2, body: { error: 'No access' } });
		expect(await verdict({})).toEqual(
			which === 'current'
				? { status: 'Error', message: 'The API key has no access to this LiveDesk project' }
				: GOOD,
		);
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
			const { status, message } = await verdict({ baseUrl: page });
			expect(status).toBe('Error');
			expect(message).toMatch(/base URL/i);
		}
	});

	test('a redirect', async () => {
		const { status, message } = await verdict({ baseUrl: redirect });
		expect(status).toBe('Error');
		expect(message).toMatch(/base URL/i);
	});

	test('tells no credential', async () => {
		const verdicts = await Promise.all(
			[{ apiKey: 'key-of-mine', apiSecret: 'secret-of-mine' }, { baseUrl: page }].map(verdict),
		);
		expect(JSON.stringify(verdicts)).not.toMatch(/of-mine|sandbox-key|sandbox-secret/);
	});
});
