import { basic } from '../../harness/basic';
import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const text = JSON.stringify({ content: 'Hello' });
const messages = '/api/v2/accounts/conversations/141/messages';
const json = { 'content-type': 'application/json' };
const refused = { error: 'Invalid API key or secret' };
const unknown = { error: 'Resource could not be found' };

test.each([
	['no credentials', ''],
	['a wrong key', basic('other', 'sandbox-secret')],
	['a wrong secret', basic('sandbox-key', 'other')],
	['a secret that only starts right', basic('sandbox-key', 'sandbox-secret2')],
	['key and secret the wrong way round', basic('sandbox-secret', 'sandbox-key')],
	['a bearer token', 'Bearer sandbox-key:sandbox-secret'],
	['credentials that are not Base64', 'Basic sandbox-key:sandbox-secret'],
])('the sandbox refuses %s', async (_, authorization) => {
	const reply = await context.desk.send(messages, text, { headers: { ...json, authorization } });
	expect(reply).toMatchObject({ status: 401, body: refused });
	expect(context.sandbox.messages(141)).toEqual([]);
	expect(context.sandbox.journal.starts()).toMatchObject([{ authorized: false, body: {} }]);
});

test.each([
	['an unknown path', '/api/v1/profile', 'GET'],
	['an unknown conversation', '/api/v2/accounts/conversations/0/messages', 'POST'],
	['contacts', '/api/v2/accounts/contacts', 'GET'],
	['a wrong method', '/api/v2/accounts/contacts', 'PUT'],
])('the sandbox asks for credentials before it says anything about %s', async (_, path, method) => {
	const headers = { authorization: basic('x', 'y') };
	const reply = await context.desk.send(path, null, { method, headers });
	expect(reply).toMatchObject({ status: 401, body: refused });
});

test('the sandbox takes the key and secret it was started with', async () => {
	const headers = { authorization: basic('sandbox-key', 'sandbox-secret'), ...json };
	expect(await context.desk.send(messages, text, { headers })).toMatchObject({ status: 200 });
});

test.each([
	['/api/v1/accounts/conversations/141/messages'],
	['/api/v2/accounts/conversations/141/messages/'],
	['/api/v2/accounts/conversations/141/message'],
	['/api/v2/accounts'],
	['/api/v2/accounts/conversations/%zz/messages'],
])('the sandbox does not know the path %s', async (path) => {
	expect(await context.desk.json(path, {})).toMatchObject({ status: 404, body: unknown });
});

test.each([
	['GET', messages],
	['PUT', messages],
	['PATCH', `${messages}/1/retry`],
	['PUT', '/api/v2/accounts/contacts'],
	['PATCH', '/api/v2/accounts/contacts'],
	['DELETE', '/api/v2/accounts/contacts'],
	['GET', '/api/v2/accounts/conversations/141/toggle_status'],
	['GET', '/api/v2/accounts/conversations'],
])('the sandbox does not allow %s on %s', async (method, path) => {
	const reply = await context.desk.send(path, null, { method });
	expect(reply).toMatchObject({ status: 405, body: { error: 'Method not allowed' } });
});

test.each([['0'], ['999'], ['0141'], ['unknown']])(
	'the sandbox does not know conversation %s, whatever the body',
	async (id) => {
		const path = `/api/v2/accounts/conversations/${id}/messages`;
		const unknownConversation = { status: 404, body: unknown };
		expect(await context.desk.send(path)).toMatchObject(unknownConversation);
		expect(await context.desk.message(id, { wrong: true })).toMatchObject(unknownConversation);
		expect(await context.desk.send(path, '{', { headers: json })).toMatchObject(
			unknownConversation,
		);
	},
);
