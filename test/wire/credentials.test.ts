import { baseUrlOf } from '../../credentials/LiveDeskApi.credentials';
import { statuses } from '../support/results';
import { onlyRequest, useLiveDesk } from '../support/useLiveDesk';
import { byId } from '../../harness/livedesk';

const desk = useLiveDesk({ apiKey: 'key-ü', apiSecret: 'sécret:ไทย' });
const parameters = { conversationId: byId('141'), content: 'Hello' };

describe('the node', () => {
	test('sends key and secret of any letters as HTTP Basic', async () => {
		const { items } = await desk.send({ parameters });
		expect(onlyRequest(desk).authorized).toBe(true);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	});

	test.each([
		['another secret', { apiSecret: 'another-word' }],
		['another key', { apiKey: 'key' }],
		['the secret in other letters', { apiSecret: 'SÉCRET:ไทย' }],
	])('is turned away with %s, and asks only once', async (_, wrong) => {
		const credentials = { ...desk.sandbox.credentials, ...wrong };
		const { error, items } = await desk.send({ parameters, credentials });
		expect(error).toMatchObject({ httpCode: '401', context: { itemIndex: 0 } });
		expect(items).toEqual([]);
		expect(statuses(desk.sandbox)).toEqual([401]);
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

test.each(pasted)('the node takes the base URL %s', async (_, paste) => {
	const credentials = { ...desk.sandbox.credentials, baseUrl: paste(desk.sandbox.url) };
	const { items } = await desk.send({ parameters, credentials });
	expect(onlyRequest(desk).path).toBe('/api/v2/accounts/conversations/141/messages');
	expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	expect(baseUrlOf(credentials.baseUrl)).toBe(desk.sandbox.url);
});

test.each(['', 'livedesk-api', '/api/v2', 'https://'])(
	'the node says that "%s" is no base URL, and sends nothing',
	async (baseUrl) => {
		const credentials = { ...desk.sandbox.credentials, baseUrl };
		const { error, items } = await desk.send({ parameters, credentials });
		expect(`${error?.message} ${error?.description}`).toContain("'Base URL'");
		expect(desk.sandbox.journal.starts()).toEqual([]);
		expect(items).toEqual([]);
	},
);
