import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { statuses } from '../../support/results';
import { contents, failureOf, itemsInTurn, itemsTo, perItem, retryOnFail } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(10) });
const proceed = { onError: 'continueRegularOutput' } as const;
const past = 'Wed, 21 Oct 2015 07:28:00 GMT';

test.each([0, '0', past])(
	'ten lanes do not hammer a LiveDesk that says Retry-After: %s',
	async (retryAfter) => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter, times: Infinity });
		const parameters = perItem({ rateLimitWait: 2 });
		const result = await send({ parameters, items: itemsInTurn(20, 10), node: proceed });
		// At once, and after 0.5 to 1 and 1 to 2 seconds: at most three times each.
		expect(sandbox.journal.starts().length).toBeLessThanOrEqual(30);
		expect(result.items.map((item) => failureOf(item)?.outcome)).toEqual(
			Array(20).fill('throttled'),
		);
	},
);

test.each(['maybe 1', 'soon 2', '1 second', 'Mon', '2026'.concat('-01-01'), '-5'])(
	'a 503 whose Retry-After is no time is not sent again: %s',
	async (retryAfter) => {
		const { send, sandbox } = context;
		sandbox.script({ status: 503, retryAfter, times: 9 });
		const { error } = await send({ parameters: perItem(), items: itemsTo(1), node: retryOnFail });
		expect(sandbox.journal.starts()).toHaveLength(1);
		expect(error?.context?.outcome).toBe('unknown');
	},
);

test('each try of Retry On Fail waits anew for what LiveDesk asked for', async () => {
	const { send, sandbox } = context;
	sandbox.script({ retryAfter: '1.2', times: 2 });
	const node = { ...retryOnFail, maxTries: 3 };
	// One wait of 1.2 seconds is within the limit, two are not.
	const parameters = perItem({ rateLimitWait: 2 });
	const result = await send({ parameters, items: itemsTo(1), node });
	expect(statuses(sandbox)).toEqual([429, 429, 200]);
	expect(contents(result.items)).toEqual(['0']);
});
