import { checking } from './support/checking';
import { startProxy, type Reply } from './support/proxy';

const context = checking();

const page = '<!DOCTYPE html><html><body>Welcome, Ann</body></html>';

describe('a check that cannot run', () => {
	it.each<[string, Partial<Reply> | 'drop', string]>([
		['a web page', { body: page }, "A web page (200) came instead of LiveDesk's API."],
		[
			'a missing page',
			{ status: 404, body: page },
			"A web page (404) came instead of LiveDesk's API.",
		],
		['another API', { status: 404 }, 'There is no LiveDesk API at this base URL (404).'],
		['a redirect', { status: 302, headers: { location: '/login' } }, 'A redirect (302) came'],
		['a text', { body: 'OK' }, "so that this is not LiveDesk's API"],
		['a right that is missing', { status: 403 }, 'This API key may not read contacts'],
		['a broken server', { status: 500 }, 'it responded 500'],
		['a broken connection', 'drop', 'LiveDesk cannot be reached: UND_ERR_SOCKET.'],
		['a rate limit', { status: 429 }, 'LiveDesk cannot be reached: 429, a rate limit is reached.'],
	])(
		'the check ends with a sentence and code 2 at %s, before anything is posted',
		async (_, reply, words) => {
			context.replyTo('nobody', reply);

			const { exitCode, text, report } = await context.check();

			expect(text).toContain(words);
			expect(text).not.toContain('    at ');
			expect(exitCode).toBe(2);
			expect(report).toBeUndefined();
			expect(context.proxy.kinds).toEqual(['nobody']);
		},
	);

	it('the check says that the key or secret is wrong', async () => {
		const env = { LIVEDESK_API_KEY: 'sandbox-key', LIVEDESK_API_SECRET: 'a-mistyped-secret' };

		const { exitCode, text } = await context.check({ env });

		expect(text).toContain('LiveDesk did not accept the API key or secret (401).');
		expect(text).not.toContain('a-mistyped-secret');
		expect(exitCode).toBe(2);
	});

	it('the check says that no server is there', async () => {
		const gone = await startProxy(context.sandbox.url);
		await gone.close();

		const { exitCode, text } = await context.check({}, `--base-url=${gone.url}`);

		expect(text).toContain('LiveDesk cannot be reached: ECONNREFUSED.');
		expect(exitCode).toBe(2);
	});

	it('the check says that the conversation was not found', async () => {
		const { exitCode, text } = await context.check({}, '--conversation=4711');

		expect(text).toContain('Conversation 4711 was not found.');
		expect(exitCode).toBe(2);
		expect(context.proxy.kinds).toEqual(['nobody', 'wrongSecret', 'note']);
	});

	it('the check says that the key may not write', async () => {
		context.replyTo('note', { status: 403 });

		const { exitCode, text } = await context.check();

		expect(text).toContain('This API key may read contacts, but not write messages (403).');
		expect(exitCode).toBe(2);
	});

	it('the check tells nothing of facts whose response was lost, and ends with 2', async () => {
		context.replyTo('reply', 'drop');

		const { exitCode, text, report } = await context.check();

		const { outcome, why } = report?.facts.find(({ id }) => id === 'reply.accepted') ?? {};
		expect([outcome, why]).toEqual(['not told', 'no response: the node says unknown']);
		expect(text).toContain('a reply may have been posted too: no response says.');
		expect(exitCode).toBe(2);
	});
});
