/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { IDataObject, INode } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { listen } from '../../support/listen';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed } from '../../support/settings';
import { itemsTo } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(1) });

/** All that anybody was asked, by the base URL or by a redirect from it. */
let requests: string[];
let baseUrl: string;
const server = createServer(({ method, url }, response) => {
	requests.push(`${method} ${url}`);
	response.writeHead(302, { Location: `${baseUrl}/elsewhere` }).end();
});
beforeAll(async () => void (baseUrl = `http://127.0.0.1:${await listen(server)}`));
beforeEach(() => void (requests = []));
afterAll(() => void server.close());

const message = { conversationId: byId(1), content: 'a' };

// prettier-ignore
const unknown: Array<[what: string, parameters: IDataObject]> = [
	['an operation of a newer version', { operation: 'sendVideo', ...message }],
	['a resource of a newer version', { resource: 'ticket', operation: 'create' }],
	['an operation of another resource', { resource: 'contact', operation: 'sendText', ...message }],
	['no operation', { operation: '', ...message }],
	['a name that every object has', { resource: '__proto__', operation: 'constructor' }],
];
// prettier-ignore
const expressions: Array<[what: string, parameters: IDataObject]> = [
	['an operation by expression', { operation: '={{ "sendText" }}', ...message }],
	['an unknown operation by expression', { operation: '={{ "sendVideo" }}', ...message }],
	['a resource by expression', { resource: '={{ "message" }}', operation: 'sendText', ...message }],
	['an unknown resource by expression', { resource: '={{ "ticket" }}', operation: 'sendText', ...message }],
];
// prettier-ignore
const custom: Array<[what: string, parameters: IDataObject]> = [
	["n8n's own entry of the resources", { resource: '__CUSTOM_API_CALL__' }],
	["n8n's own entry of the operations", { operation: '__CUSTOM_API_CALL__', ...message }],
];
const all = [
	...unknown.map((row) => [...row, /^This version of the node does not know/] as const),
	...custom.map((row) => [...row, /^'Custom API Call' is for n8n's HTTP Request node/] as const),
	...expressions.map((row) => [...row, /^'Resource' and 'Operation' cannot be expr/] as const),
];

async function send(parameters: IDataObject, node: Partial<INode> = {}) {
	const credentials = { ...desk.sandbox.credentials, baseUrl };
	return await desk.send({ parameters, items: itemsTo(1, 1, 1), node, credentials });
}

test.each(all)(
	'%s sends nothing, and stops the workflow with On Error = Stop',
	async (_, parameters, words) => {
		const { error, items } = await send(parameters);
		expect(requests).toEqual([]);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/^Nothing was sent\. Choose /);
		expect(error?.context?.itemIndex).toBe(0);
	},
);

test.each(all)(
	'%s sends nothing, and is told with On Error = Continue',
	async (_, parameters, words) => {
		const { error, items } = await send(parameters, proceed);
		expect(requests).toEqual([]);
		expect(error).toBeUndefined();
		expect(pairs(items)).toEqual(pairedWith(0, 1, 2));
		for (const { json } of items) {
			expect(json).toEqual({
				message: expect.stringMatching(words),
				error: { outcome: 'invalid', description: expect.stringMatching(/^Nothing was sent\./) },
			});
		}
	},
);

test.each(all)('%s sends nothing, and goes to the error output', async (_, parameters) => {
	const { error, items, errorItems } = await send(parameters, divert);
	expect(requests).toEqual([]);
	expect(error).toBeUndefined();
	expect(items).toEqual([]);
	expect(pairs(errorItems)).toEqual(pairedWith(0, 1, 2));
});
