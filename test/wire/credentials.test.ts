/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { baseUrlOf, LiveDeskApi } from '../../credentials/LiveDeskApi.credentials';
import { testCredential } from './support/credentialTest';
import { onlyRequest, useLiveDesk } from '../support/useLiveDesk';
import { byId } from '../../harness/livedesk';

const type = new LiveDeskApi();
const desk = useLiveDesk({ apiKey: 'key-ü', apiSecret: 'sécret:ไทย' });
const parameters = { conversationId: byId('141'), content: 'Hello' };

test('keeps what saved credentials refer to', () => {
	expect(type).toMatchObject({ name: 'liveDeskApi', displayName: 'LiveDesk API' });
	const fields = type.properties.map((field) => [
		field.name,
		field.displayName,
		field.type,
		field.default,
		field.typeOptions?.password === true,
		field.required === true,
	]);
	expect(fields).toEqual([
		['apiKey', 'API Key', 'string', '', true, true],
		['apiSecret', 'API Secret', 'string', '', true, true],
		['baseUrl', 'Base URL', 'string', 'https://livedesk-api.engagelab.com', false, true],
	]);
});

test('has an icon for light and for dark', () => {
	const { light, dark } = type.icon as { light: string; dark: string };
	expect(light).not.toBe(dark);
	for (const icon of [light, dark]) {
		const path = join(__dirname, '../../credentials', icon.replace('file:', ''));
		expect(readFileSync(path, 'utf8')).toMatch(/^<svg /);
	}
});

describe('sends key and secret as HTTP Basic', () => {
	test('of any letters', async () => {
		const { items } = await desk.send({ parameters });
		expect(onlyRequest(desk).authorized).toBe(true);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	});

	test.each([
		['another secret', { apiSecret: 'another-word' }],
		['another key', { apiKey: 'key' }],
		['the secret in other letters', { apiSecret: 'SÉCRET:ไทย' }],
	])('and is turned away with %s', async (_, wrong) => {
		const credentials = { ...desk.sandbox.credentials, ...wrong };
		const { error, items } = await desk.send({ parameters, credentials });
		expect(error).toMatchObject({ httpCode: '401', context: { itemIndex: 0 } });
		expect(items).toEqual([]);
		expect(desk.sandbox.messages(141)).toEqual([]);
		expect(JSON.stringify(error)).not.toContain(credentials.apiSecret);
	});
});

/** What people paste as base URL, and what it means. */
const pasted: Array<[what: string, paste: (url: string) => string]> = [
	['as it is', (url) => url],
	['with a slash behind', (url) => `${url}/`],
	['with slashes behind', (url) => `${url}///`],
	['with blanks around', (url) => `  ${url}/ \n`],
	['with the path of the API', (url) => `${url}/api/v2`],
	['with the path of the API and a slash', (url) => `${url}/api/v2/`],
	['as the whole address of a request', (url) => `${url}/api/v2/accounts/conversations/1/messages`],
	['as such an address, with blanks', (url) => ` ${url}//api/v2/accounts/contacts/ `],
];

test.each(pasted)('takes the base URL %s', async (_, paste) => {
	const credentials = { ...desk.sandbox.credentials, baseUrl: paste(desk.sandbox.url) };
	const { items } = await desk.send({ parameters, credentials });
	expect(onlyRequest(desk).path).toBe('/api/v2/accounts/conversations/141/messages');
	expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	expect(await testCredential(type, credentials)).toMatchObject({ status: 'OK' });
	expect(baseUrlOf(credentials.baseUrl)).toBe(desk.sandbox.url);
});

test.each(['', 'livedesk-api', '/api/v2', 'https://'])(
	'says that "%s" is no base URL, and sends nothing',
	async (baseUrl) => {
		const credentials = { ...desk.sandbox.credentials, baseUrl };
		const { error, items } = await desk.send({ parameters, credentials });
		expect(`${error?.message} ${error?.description}`).toContain("'Base URL'");
		expect(desk.sandbox.journal.starts()).toEqual([]);
		expect(items).toEqual([]);
		expect(await testCredential(type, credentials)).toMatchObject({ status: 'Error' });
	},
);

describe('tests key, secret and base URL', () => {
	const path = '/api/v2/accounts/contacts?q=test%20of%20the%20credential%20in%20n8n';

	/** The verdict of a test, which only reads. */
	async function answer(wrong: IDataObject = {}) {
		const result = await testCredential(type, { ...desk.sandbox.credentials, ...wrong });
		const requests = desk.sandbox.journal.starts();
		expect(requests.map((request) => [request.method, request.path])).toEqual(
			requests.map(() => ['GET', path]),
		);
		return { ...result, statuses: desk.sandbox.journal.ends().map(({ status }) => status) };
	}

	test('and is content with a good key', async () => {
		expect(await answer()).toMatchObject({ status: 'OK', statuses: [200] });
	});

	test.each([400, 402, 422, 429, 500, 503])('and is not content with HTTP %d', async (status) => {
		desk.sandbox.script({ status, body: { error: 'Whatever' } });
		expect(await answer()).toMatchObject({ status: 'Error', message: expect.stringMatching(/\S/) });
	});

	test.each([
		['no contacts', { hello: 1 }],
		['a refusal', { code: 40001, message: 'Not allowed' }],
	])('and is not content with HTTP 200 and %s', async (_, body) => {
		desk.sandbox.script({ body });
		const { status, message } = await answer();
		expect(status).toBe('Error');
		expect(message).toMatch(/no contacts.*base URL.*API key/);
	});

	test.each([{ apiSecret: 'wrong' }, { apiKey: 'wrong' }, { apiKey: '', apiSecret: '' }])(
		'and names key or secret as bad: %j',
		async (wrong) => {
			const result = await answer(wrong);
			expect(result).toMatchObject({
				status: 'Error',
				message: 'LiveDesk did not accept the API key or secret, or the key may not read contacts',
			});
			expect(new Set(result.statuses)).toEqual(new Set([401]));
		},
	);

	test('and says that a key has no access', async () => {
		desk.sandbox.script({ status: 403, body: { error: 'Forbidden' }, times: Infinity });
		expect(await answer()).toMatchObject({
			status: 'Error',
			message: 'The API key has no access to this LiveDesk project',
		});
	});

	test.each([
		'<html><body>Welcome</body></html>',
		'<!DOCTYPE html>\n<title>LiveDesk</title>',
		'\n\n<!doctype html><title>Not found</title>',
		'  <html lang="th"></html>',
	])('and points to the base URL, when a web page answers: %j', async (body) => {
		for (const status of [404, 200]) {
			desk.sandbox.script({ status, html: true, body });
			const { status: verdict, message } = await answer();
			expect(verdict).toBe('Error');
			expect(message).toMatch(/base URL/i);
		}
		expect(desk.sandbox.journal.ends().map(({ status }) => status)).toEqual([404, 200]);
	});

	test('and points to the base URL, when it redirects, without giving key and secret away', async () => {
		desk.sandbox.script({ redirect: `${desk.sandbox.url}/api/v2/elsewhere` });
		const { status, message, statuses } = await answer();
		expect(statuses).toEqual([302]);
		expect(status).toBe('Error');
		expect(message).toMatch(/base URL/i);
	});

	test.each([
		['nobody answers', 'http://127.0.0.1:9', /^ECONNREFUSED$/],
		['it is no address', 'livedesk', /URL/],
	])('and tells when %s', async (_, baseUrl, said) => {
		const { status, message, statuses } = await answer({ baseUrl });
		expect(status).toBe('Error');
		expect(message).toMatch(said);
		expect(statuses).toEqual([]);
	});
});
