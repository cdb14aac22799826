import type { INode } from 'n8n-workflow';
import type { TroubleRule } from '../../../sandbox';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed } from '../../support/settings';
import {
	contents,
	failedItem,
	failureOf,
	groups,
	itemsTo,
	perItem,
	requests,
} from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(3) });

interface Row {
	when: string;
	trouble: TroubleRule;
	outcome: 'failed' | 'refused' | 'throttled' | 'unknown';
	/** How often LiveDesk has the message afterwards. */
	stored: 0 | 1;
	/** What the reply said, where one came. */
	httpCode?: string;
	title: RegExp;
}

const notSaid = /^It is unclear whether LiveDesk accepted the message/;
const page = /^A web page answered instead of LiveDesk's API/;
const unread = /^LiveDesk's response could not be read/;
const broke = /^The connection to LiveDesk broke before it responded/;
const redirect = /^LiveDesk responded with a redirect, which the node does not follow/;

// prettier-ignore
const rows: Row[] = [
	{ when: 'a message that the channel does not deliver', trouble: { failed: '131047: Re-engagement message' }, outcome: 'failed', stored: 1, title: /^The 24-hour window/ },
	{ when: 'HTTP 400', trouble: { status: 400 }, outcome: 'refused', stored: 0, httpCode: '400', title: /^LiveDesk did not accept the message \(HTTP 400\)/ },
	{ when: 'HTTP 401', trouble: { status: 401 }, outcome: 'refused', stored: 0, httpCode: '401', title: /^LiveDesk did not accept the API key or secret/ },
	{ when: 'HTTP 403', trouble: { status: 403 }, outcome: 'refused', stored: 0, httpCode: '403', title: /^The API key has no access/ },
	{ when: 'HTTP 404', trouble: { status: 404 }, outcome: 'refused', stored: 0, httpCode: '404', title: /^LiveDesk does not know this conversation/ },
	{ when: 'HTTP 413 from a gateway', trouble: { status: 413, html: true }, outcome: 'refused', stored: 0, httpCode: '413', title: /^The message is too large/ },
	{ when: 'HTTP 422', trouble: { status: 422 }, outcome: 'refused', stored: 0, httpCode: '422', title: /^LiveDesk did not accept the message/ },
	{ when: 'a web page with HTTP 404', trouble: { status: 404, html: true }, outcome: 'refused', stored: 0, httpCode: '404', title: page },
	{ when: 'a redirect', trouble: { redirect: 'http://127.0.0.1:9/login' }, outcome: 'refused', stored: 0, httpCode: '302', title: redirect },
	{ when: 'a permanent redirect', trouble: { redirect: '/elsewhere', status: 308 }, outcome: 'refused', stored: 0, httpCode: '308', title: redirect },
	{ when: 'HTTP 429', trouble: { status: 429 }, outcome: 'throttled', stored: 0, httpCode: '429', title: /^LiveDesk's rate limit was reached/ },
	{ when: 'HTTP 429 from a gateway', trouble: { status: 429, html: true }, outcome: 'throttled', stored: 0, httpCode: '429', title: /^LiveDesk's rate limit was reached/ },
	{ when: 'HTTP 503 with Retry-After', trouble: { status: 503, retryAfter: 1 }, outcome: 'throttled', stored: 0, httpCode: '503', title: /^LiveDesk is busy or not available/ },
	{ when: 'HTTP 503 without Retry-After', trouble: { status: 503 }, outcome: 'unknown', stored: 0, httpCode: '503', title: notSaid },
	{ when: 'HTTP 503 with a Retry-After that is no time', trouble: { status: 503, retryAfter: 'soon 2' }, outcome: 'unknown', stored: 0, httpCode: '503', title: notSaid },
	{ when: 'HTTP 500', trouble: { status: 500 }, outcome: 'unknown', stored: 0, httpCode: '500', title: notSaid },
	{ when: 'HTTP 502 from a gateway', trouble: { html: true }, outcome: 'unknown', stored: 0, httpCode: '502', title: notSaid },
	{ when: 'HTTP 504 from a gateway', trouble: { status: 504, html: true }, outcome: 'unknown', stored: 0, httpCode: '504', title: notSaid },
	{ when: 'a web page with HTTP 200', trouble: { status: 200, html: true }, outcome: 'unknown', stored: 1, httpCode: '200', title: page },
	{ when: 'a text with HTTP 200', trouble: { body: 'OK' }, outcome: 'unknown', stored: 1, httpCode: '200', title: unread },
	{ when: 'a list with HTTP 200', trouble: { body: [{ id: 1 }] }, outcome: 'unknown', stored: 1, httpCode: '200', title: notSaid },
	{ when: 'null with HTTP 200', trouble: { body: null }, outcome: 'unknown', stored: 1, httpCode: '200', title: unread },
	{ when: 'an empty body with HTTP 200', trouble: { body: '' }, outcome: 'unknown', stored: 1, httpCode: '200', title: unread },
	{ when: 'HTTP 204', trouble: { status: 204 }, outcome: 'unknown', stored: 1, httpCode: '204', title: unread },
	{ when: 'a connection that breaks before the body', trouble: { drop: 'before-body' }, outcome: 'unknown', stored: 0, title: broke },
	{ when: 'a connection that breaks after the body', trouble: { drop: 'after-body' }, outcome: 'unknown', stored: 1, title: broke },
	{ when: 'a connection that breaks amid the response', trouble: { drop: 'mid-reply' }, outcome: 'unknown', stored: 1, title: /^(The connection to LiveDesk broke before it responded|LiveDesk's response could not be read)/ },
];
const items = itemsTo(1, 2, 3);
const groupOf = {
	failed: 'notDelivered',
	refused: 'refused',
	throttled: 'notSent',
	unknown: 'mayHaveArrived',
} as const;

const expectedOf = ({ outcome, httpCode }: Row) => ({
	outcome,
	conversationId: '2',
	...(httpCode ? { httpCode } : {}),
});

/** Sends three items, of which the one to conversation 2 meets the trouble; each is one request. */
async function sendWith({ trouble, stored }: Row, node: Partial<INode> = {}) {
	desk.sandbox.script({ conversation: 2, ...trouble });
	const parameters = perItem({ rateLimitWait: 0 });
	const result = await desk.send({ parameters, items, node });
	expect(requests(desk.sandbox).sort()).toEqual(['POST 1', 'POST 2', 'POST 3']);
	expect(desk.sandbox.messages(2)).toHaveLength(stored);
	return result;
}

test.each(rows)('$when is told as $outcome, and sent once', async (row) => {
	const result = await sendWith(row, proceed);
	expect(contents(result.items)).toEqual(['0', undefined, '2']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
	const { json } = result.items[1];
	expect(Object.keys(json).sort()).toEqual(['error', 'message']);
	expect(json.message).toMatch(row.title);
	expect(failureOf(result.items[1])).toMatchObject(expectedOf(row));
	expect(failureOf(result.items[1])?.httpCode).toBe(row.httpCode);
});

/** One row for each outcome that a failure can have, with a response and without. */
const oneEach = rows.filter(({ when }) =>
	/^(a message that|HTTP (422|429|500)$|a connection that breaks after)/.test(when),
);

describe.each(oneEach)('$when, told as $outcome,', (row) => {
	test('goes to the error output, with what the item held', async () => {
		const result = await sendWith(row, divert);
		expect(contents(result.items)).toEqual(['0', '2']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 2));
		expect(pairs(result.errorItems)).toEqual(pairedWith(1));
		expect(result.errorItems[0].json).toMatchObject({ ...items[1], error: expectedOf(row) });
	});

	test('stops the workflow, with On Error = Stop', async () => {
		const result = await sendWith(row);
		expect(result.items).toEqual([]);
		expect(failedItem(result)).toBe(1);
		expect(result.error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(row.title),
		});
		expect(result.error?.httpCode ?? undefined).toBe(row.httpCode);
		const group = groupOf[row.outcome];
		expect(groups(result)).toEqual({
			sent: [0, 2],
			[group]: [row.outcome === 'failed' ? expect.stringMatching(/^1 \(30\d\d\)$/) : 1],
		});
	});
});
