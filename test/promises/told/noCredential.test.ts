import type { TroubleRule } from '../../../sandbox';
import { useLiveDesk, conversations } from '../../support/useLiveDesk';
import { leaksOf } from '../support/leaks';
import { breaking, itemsTo } from '../support/texts';

const apiKey = 'key-Zq3fT9wB';
const apiSecret = ['secret', 'Lx7Rk2Vn5'].join('-');
const desk = useLiveDesk({ apiKey, apiSecret, conversations: conversations(3) });

const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
const encoded = [apiKey, apiSecret].map((value) => Buffer.from(value).toString('base64'));
/** The first half of one is as bad as all of it. */
const secrets = [apiKey, apiSecret, basic, ...encoded].map((each) =>
	each.slice(0, each.length / 2),
);

const leaks = leaksOf(secrets);
const echo = `You sent ${apiKey} and ${apiSecret}, that is Basic ${basic}`;

const troubles: Array<[string, TroubleRule]> = [
	['a refusal that echoes them', { status: 422, body: { error: echo } }],
	[
		'a refusal that echoes them in other fields',
		{ status: 422, body: { message: echo, attributes: [echo], errors: [echo] } },
	],
	[
		'a refusal that echoes them where a long text is cut',
		{ status: 422, body: { error: `${'x'.repeat(288)}${apiSecret}` } },
	],
	['a refusal that echoes them in a text', { status: 400, body: echo }],
	[
		'a refusal that echoes them in a page',
		{ status: 403, html: true, body: `<html>${echo}</html>` },
	],
	['an unknown conversation', { status: 404, body: { error: echo } }],
	['throttling', { status: 429, retryAfter: 0, body: { error: echo } }],
	['a redirect that echoes them', { redirect: `http://127.0.0.1/?${apiKey}&${apiSecret}` }],
	['a gateway', { status: 502, html: true, body: `<html>${echo}</html>` }],
	['a server error', { status: 500, body: { error: echo } }],
	['an unreadable answer', { body: echo }],
	['a failed delivery', { failed: `131000: ${echo}` }],
	['a connection that breaks before the body', { drop: 'before-body' }],
	['a connection that breaks after the body', { drop: 'after-body' }],
	['a connection that breaks amid the reply', { drop: 'mid-reply' }],
	['a time-out', { latencyMs: 60_000 }],
];
const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Runs the node; gives all that n8n keeps of the run, and what the node itself threw and gave. */
async function everythingOf(
	baseUrl: string,
	onError: (typeof onErrors)[number],
	items = itemsTo(1),
) {
	const { nodeType } = desk.engine;
	const { execute } = nodeType;
	const raw: unknown[] = [];
	nodeType.execute = async function () {
		const run = Promise.resolve(execute?.call(this));
		raw.push(await run.catch((error: unknown) => error));
		return (await run) ?? [];
	};
	const parameters = breaking({ rateLimitWait: 0 }, { requestOptions: { timeout: 80 } });
	const credentials = { ...desk.sandbox.credentials, baseUrl };
	const result = await desk.send({ parameters, items, node: { onError }, credentials });
	nodeType.execute = execute;
	return { raw, result, json: JSON.stringify([result, raw]) };
}

/** Tells whether the run ended with a failure: otherwise a test of it would prove nothing. */
function expectFailure({ result }: Awaited<ReturnType<typeof everythingOf>>) {
	const { items, errorItems, error } = result;
	const told = error ?? [...items, ...errorItems].find(({ json, error: own }) => json.error ?? own);
	expect(told).toBeDefined();
}

test('the search finds a secret wherever it is', () => {
	const error = new Error('outer', { cause: new Error(`inner ${apiSecret}`) });
	expect(leaks(error)).not.toEqual([]);
	expect(leaks(Object.defineProperty({}, 'hidden', { value: { deep: [basic] } }))).not.toEqual([]);
	expect(leaks(new Map([['a', { [Symbol('s')]: apiKey }]]))).not.toEqual([]);
	expect(leaks({ apiKey: 'another' })).toEqual([]);
});

describe.each(onErrors)('with On Error = %s', (onError) => {
	test.each(troubles)('no credential is told after %s', async (_, trouble) => {
		desk.sandbox.script({ times: Infinity, ...trouble });
		const all = await everythingOf(desk.sandbox.url, onError);
		expectFailure(all);
		expect(leaks(all)).toEqual([]);
	});

	test.each([
		['an unknown host', 'http://no-such-host.invalid'],
		['a closed port', 'http://127.0.0.1:1'],
		['another protocol', 'https'],
		['an address that is none', 'http://'],
	])('no credential is told after %s', async (_, baseUrl) => {
		const { url } = desk.sandbox;
		const all = await everythingOf(
			baseUrl === 'https' ? url.replace('http', 'https') : baseUrl,
			onError,
		);
		expectFailure(all);
		expect(leaks(all)).toEqual([]);
	});

	test.each([
		['a bad input', { text: '' }],
		['an expression that fails', { broken: true }],
	])('no credential is told after %s', async (_, bad) => {
		const items = [{ ...itemsTo(1)[0], ...bad }];
		const all = await everythingOf(desk.sandbox.url, onError, items);
		expectFailure(all);
		expect(leaks(all)).toEqual([]);
	});

	test('no credential is told after a key that LiveDesk does not accept', async () => {
		const credentials = { ...desk.sandbox.credentials, apiKey: basic };
		const result = await desk.send({
			parameters: breaking(),
			items: itemsTo(1),
			node: { onError },
			credentials,
		});
		expect(result.error ?? result.items[0] ?? result.errorItems[0]).toBeDefined();
		expect(leaks(result)).toEqual([]);
	});
});
