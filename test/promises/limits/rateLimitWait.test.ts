import type { TroubleRule } from '../../../sandbox';
import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs, statuses } from '../../support/results';
import { proceed, retryOnFail } from '../../support/settings';
import {
	contents,
	failedItem,
	failureOf,
	groups,
	itemsInTurn,
	itemsTo,
	perItem,
} from '../support/texts';
import { anotherRun, OTHER, textsOf } from '../support/anotherRun';

const desk = useLiveDesk({ conversations: [...conversations(10), OTHER] });
const past = 'Wed, 21 Oct 2015 07:28:00 GMT';

describe('a throttled message', () => {
	test.each<[string, TroubleRule]>([
		['429 with Retry-After 0', { retryAfter: 0 }],
		['429 with Retry-After in seconds', { retryAfter: '0.2' }],
		['429 with a date', { retryAfter: past }],
		['429 without Retry-After', { status: 429 }],
		['429 with a Retry-After that says nothing', { retryAfter: 'soon' }],
		['429 from a gateway', { status: 429, html: true, retryAfter: 0 }],
		['503 with Retry-After', { status: 503, retryAfter: 0 }],
		['503 with a date', { status: 503, retryAfter: past }],
	])('waits and is sent again by itself after %s', async (_, trouble) => {
		const { send, sandbox } = desk;
		sandbox.script({ content: '1', ...trouble });
		const result = await send({ parameters: perItem(), items: itemsTo(1, 1, 1) });
		expect(sandbox.journal.texts()).toEqual(['0', '1', '1', '2']);
		expect(sandbox.messages(1).map(({ content }) => content)).toEqual(['0', '1', '2']);
		expect(contents(result.items)).toEqual(['0', '1', '2']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
	});

	test('is sent again as often as it takes', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ retryAfter: 0, times: 3 });
		const result = await send({ parameters: perItem(), items: itemsTo(1) });
		expect(statuses(sandbox)).toEqual([429, 429, 429, 200]);
		expect(pairs(result.items)).toEqual(pairedWith(0));
	});
});

describe('all conversations', () => {
	test('pause until LiveDesk takes messages again, for as long as it says', async () => {
		const { start, sandbox } = desk;
		const { holdUntil, release } = held();
		sandbox.script({ conversation: 1, retryAfter: 3_600 });
		sandbox.script({ holdUntil, times: 2 });
		const options = { parallelConversations: 3, rateLimitWait: 7_200 };
		const execution = start({ parameters: perItem(options), items: itemsInTurn(16, 8) });
		await until(() => sandbox.journal.texts().length === 3 && sandbox.journal.ends().length === 1);
		await anotherRun(desk);
		release();
		await until(() => sandbox.journal.ends().length === sandbox.journal.starts().length);
		await anotherRun(desk);
		expect(textsOf(desk).sort()).toEqual(['0', '1', '2']);
		execution.cancel();
		await execution.done;
	});

	test('go on after the pause, all of them', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ retryAfter: 0, times: 5 });
		const result = await send({ parameters: perItem(), items: itemsInTurn(24, 8) });
		expect(statuses(sandbox).filter((status) => status === 429)).toHaveLength(5);
		for (const { id } of conversations(8)) {
			expect(sandbox.messages(id).map(({ content }) => content)).toEqual([
				String(id - 1),
				String(id + 7),
				String(id + 15),
			]);
		}
		expect(result.items).toHaveLength(24);
	});
});

describe('Rate Limit Wait', () => {
	const title = "LiveDesk's rate limit was reached [item 0]";

	test.each<[string, number, TroubleRule]>([
		['of 0 fails at once', 0, { retryAfter: 0 }],
		['of 0 fails at once, also where LiveDesk does not say how long', 0, { status: 429 }],
		['fails at once when LiveDesk asks for more', 60, { retryAfter: 61 }],
		[
			'fails at once when LiveDesk asks for a later date',
			60,
			{ retryAfter: 'Fri, 31 Dec 2099 23:59:59 GMT' },
		],
	])('%s', async (_, rateLimitWait, trouble) => {
		const { send, sandbox } = desk;
		sandbox.script({ ...trouble, times: Infinity });
		const result = await send({ parameters: perItem({ rateLimitWait }), items: itemsTo(1, 1) });
		expect(sandbox.journal.texts()).toEqual(['0']);
		expect(failedItem(result)).toBe(0);
		expect(result.error).toMatchObject({ message: title, httpCode: '429' });
		expect(result.error?.description).toContain("'Rate Limit Wait (Seconds)' under 'Options'");
		expect(groups(result)).toEqual({ notSent: [0, 1] });
	});

	test('gives up when it is used up', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ retryAfter: '0.9', times: Infinity });
		const parameters = perItem({ rateLimitWait: 1.7 });
		const result = await send({ parameters, items: itemsTo(1), node: proceed });
		expect(statuses(sandbox)).toEqual([429, 429]);
		expect(result.items[0].json.message).toBe(title);
		expect(failureOf(result.items[0])).toMatchObject({ outcome: 'throttled', httpCode: '429' });
		expect(pairs(result.items)).toEqual(pairedWith(0));
	});

	test('counts anew in each try of Retry On Fail', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ retryAfter: '1.2', times: 2 });
		const node = { ...retryOnFail, maxTries: 3 };
		// One wait of 1.2 seconds is within the limit, two are not.
		const parameters = perItem({ rateLimitWait: 2 });
		const result = await send({ parameters, items: itemsTo(1), node });
		expect(statuses(sandbox)).toEqual([429, 429, 200]);
		expect(contents(result.items)).toEqual(['0']);
	});
});

test.each([0, '0', past])(
	'ten lanes do not hammer a LiveDesk that says Retry-After: %s',
	async (retryAfter) => {
		const { send, sandbox } = desk;
		sandbox.script({ retryAfter, times: Infinity });
		const parameters = perItem({ rateLimitWait: 2 });
		const result = await send({ parameters, items: itemsInTurn(20, 10), node: proceed });
		// At once, and after 0.5 to 1 and 1 to 2 seconds: at most three times each. By then the wait is used up, so that
		// the second message of each lane is tried once.
		const texts = sandbox.journal.texts();
		const times = texts.map((text) => texts.filter((other) => other === text).length);
		expect(Math.max(...times)).toBeLessThanOrEqual(3);
		expect(texts.length).toBeLessThanOrEqual(10 * 3 + 10);
		expect(result.items.map((item) => failureOf(item)?.outcome)).toEqual(
			Array(20).fill('throttled'),
		);
	},
);
