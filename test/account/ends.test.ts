/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { PassThrough } from 'node:stream';
import { terminalOf } from '../../account/terminal';
import { until } from '../../harness/until';
import { checking } from './support/checking';
import type { Kind } from './support/kinds';
import { startProxy, type Reply } from './support/proxy';

const context = checking();

const replyTo = (kind: Kind, reply: Partial<Reply> | 'drop') => {
	context.proxy.change = (usual, each) => {
		if (each !== kind) return usual;
		return reply === 'drop' ? reply : { ...usual, ...reply };
	};
};

const page = '<!DOCTYPE html><html><body>Welcome, Ann</body></html>';

describe('A check that cannot run', () => {
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
		'ends with a sentence and code 2 at %s, before anything is posted',
		async (_, reply, words) => {
			replyTo('nobody', reply);

			const { exitCode, text, report } = await context.check();

			expect(text).toContain(words);
			expect(text).not.toContain('    at ');
			expect(exitCode).toBe(2);
			expect(report).toBeUndefined();
			expect(context.proxy.kinds).toEqual(['nobody']);
		},
	);

	it('says that the key or secret is wrong', async () => {
		const env = { LIVEDESK_API_KEY: 'sandbox-key', LIVEDESK_API_SECRET: 'a-mistyped-secret' };

		const { exitCode, text } = await context.check({ env });

		expect(text).toContain('LiveDesk did not accept the API key or secret (401).');
		expect(text).not.toContain('a-mistyped-secret');
		expect(exitCode).toBe(2);
	});

	it('says that no server is there', async () => {
		const gone = await startProxy(context.sandbox.url);
		await gone.close();

		const { exitCode, text } = await context.check({}, `--base-url=${gone.url}`);

		expect(text).toContain('LiveDesk cannot be reached: ECONNREFUSED.');
		expect(exitCode).toBe(2);
	});

	it('says that the conversation was not found', async () => {
		const { exitCode, text } = await context.check({}, '--conversation=4711');

		expect(text).toContain('Conversation 4711 was not found.');
		expect(exitCode).toBe(2);
		expect(context.proxy.kinds).toEqual(['nobody', 'wrongSecret', 'note']);
	});

	it('says that the key may not write', async () => {
		replyTo('note', { status: 403 });

		const { exitCode, text } = await context.check();

		expect(text).toContain('This API key may read contacts, but not write messages (403).');
		expect(exitCode).toBe(2);
	});

	it('tells nothing of facts whose response was lost, and ends with 2', async () => {
		replyTo('reply', 'drop');

		const { exitCode, text, report } = await context.check();

		const { outcome, why } = report?.facts.find(({ id }) => id === 'reply.accepted') ?? {};
		expect([outcome, why]).toEqual(['not told', 'no response: the node says unknown']);
		expect(text).toContain('a reply may have been posted too: no response says.');
		expect(exitCode).toBe(2);
	});
});

describe('A note that does not come back as private', () => {
	it.each<Kind>(['note', 'reply', 'file', 'files'])('is the last one: %s', async (kind) => {
		replyTo(kind, {});
		const { change } = context.proxy;
		context.proxy.change = async (usual, each) => {
			const reply = (await change(usual, each)) as Reply;
			return each === kind ? { ...reply, body: { ...reply.body, private: undefined } } : reply;
		};

		const { text } = await context.check();

		const posted: Kind[] = ['note', 'reply', 'file', 'files', 'emptyText'];
		const sent = context.proxy.kinds.filter((each) => posted.includes(each));
		expect(sent).toEqual(posted.slice(0, posted.indexOf(kind) + 1));
		expect(text).toContain('Look at conversation 141: a note did not come back as private.');
	});
});

describe('Ctrl-C', () => {
	it('ends the check after the request that is under way, and says what was posted', async () => {
		const controller = new AbortController();
		context.proxy.change = (reply, kind) => {
			if (kind === 'reply') controller.abort();
			return reply;
		};

		const { exitCode, text, report } = await context.check({ signal: controller.signal });

		expect(text).toMatch(
			/Posted into conversation 141: 2 notes: a text \(\d+\), a reply \(\d+\)\.\nStopped\.$/,
		);
		expect(context.proxy.kinds.at(-1)).toBe('reply');
		expect(report).toBeUndefined();
		expect(exitCode).toBe(2);
	});

	it('leaves no conversation snoozed', async () => {
		const controller = new AbortController();
		context.proxy.change = (reply, kind) => {
			if (kind === 'snooze') controller.abort();
			return reply;
		};

		await context.check({ signal: controller.signal }, '--status=open');

		expect(context.proxy.kinds.at(-1)).toBe('putBack');
		expect(context.sandbox.status(141).status).toBe('open');
	});
});

it('puts the status back also where the response to the change was lost', async () => {
	replyTo('snooze', 'drop');

	const { exitCode } = await context.check({}, '--status=open');

	expect(context.sandbox.status(141).status).toBe('open');
	expect(exitCode).toBe(2);
});

it('says that the status could not be put back', async () => {
	replyTo('putBack', 'drop');

	const { text } = await context.check({}, '--status=open');

	expect(text).toContain('Set conversation 141 to open by hand: its status could not be put back.');
});

/** A person at a terminal, who answers each question. */
function person(...answers: string[]) {
	const input = Object.assign(new PassThrough(), { isTTY: true });
	const output = Object.assign(new PassThrough(), { isTTY: true });
	let shown = '';
	const left = [...answers];
	output.on('data', (chunk: Buffer) => {
		shown += chunk.toString();
		if (/(\(y\/N\)|shown\):|pending\?) $/.test(shown) && left.length > 0) {
			setImmediate(() => input.write(`${left.shift()}\r`));
		}
	});
	return { terminal: terminalOf(input, output, output), shown: () => shown };
}

describe('A person at the terminal', () => {
	it('is asked, and gives key and secret unseen', async () => {
		const { terminal, shown } = person('open', 'y', 'sandbox-key', 'sandbox-secret');

		const { exitCode } = await context.check({ env: {}, terminal }, '--status');

		expect(shown()).toContain('Customers do not see private notes.');
		expect(shown()).not.toContain('sandbox-key');
		expect(shown()).not.toContain('sandbox-secret');
		expect(exitCode).toBe(0);
	});

	it.each(['', 'n', 'no', 'yess'])('who says "%s" has nothing done', async (answer) => {
		const { terminal, shown } = person(answer);

		const { exitCode } = await context.check({ env: {}, terminal });
		await until(() => shown().includes('Nothing was done.'));

		expect(context.proxy.kinds).toEqual([]);
		expect(exitCode).toBe(2);
	});

	it('stops it at a question by Ctrl-C', async () => {
		const { terminal, shown } = person('\u0003');

		const { exitCode } = await context.check({ env: {}, terminal });

		await until(() => shown().includes('Stopped. Nothing was asked of LiveDesk.'));
		expect(exitCode).toBe(2);
	});
});
