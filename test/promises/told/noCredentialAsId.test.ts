import type { JsonObject } from 'n8n-workflow';
import { proceed, retryOnFail } from '../../support/settings';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { leaksOf } from '../support/leaks';
import { breaking, contents, failureOf, itemsTo, requests } from '../support/texts';

const apiSecret = ['secret', 'Lx7Rk2Vn5'].join('-');
const desk = useLiveDesk({ apiKey: 'key-Zq3fT9wB', apiSecret, conversations: conversations(2) });
const leaks = leaksOf([apiSecret]);

/** LiveDesk's reply to a message, with the secret for an ID. */
const undelivered = (reply: JsonObject) => ({
	...reply,
	id: apiSecret,
	status: 'failed',
	external_error: '131000: x',
});

test('a message whose ID is the secret is told without it, and goes through LiveDesk’s retry under it', async () => {
	desk.sandbox.script({ times: 1, content: '0', body: undelivered });
	const items = itemsTo(1, 2);
	const stopped = await desk.send({ parameters: breaking(), items });
	expect(stopped.error?.context).toMatchObject({
		messageId: '***',
		summary: { sent: [{ item: 1 }], notDelivered: [{ item: 0, messageId: '***' }] },
	});
	expect(stopped.error?.description).toContain('item 0 (message ***)');
	expect(leaks(stopped)).toEqual([]);

	desk.sandbox.script({ times: 1, content: '0', body: undelivered });
	const continued = await desk.send({ parameters: breaking(), items, node: proceed });
	expect(failureOf(continued.items[0])).toMatchObject({ outcome: 'failed', messageId: '***' });
	expect(contents(continued.items)).toEqual([undefined, '1']);
	expect(leaks(continued)).toEqual([]);

	desk.sandbox.script({ times: 1, content: '0', body: undelivered });
	const before = requests(desk.sandbox).length;
	const retried = await desk.send({ parameters: breaking(), items, node: retryOnFail });
	expect(requests(desk.sandbox).slice(before)).toContain(`retry 1/${apiSecret}`);
	expect(leaks(retried)).toEqual([]);
});

test('contacts whose ID is the secret are told without it', async () => {
	const payload = ['1', '2'].map((digit) => ({
		id: `${apiSecret}-${digit}`,
		phone_number: '+66812345678',
	}));
	desk.sandbox.script({ kind: 'contactSearch', times: Infinity, body: { payload } });
	const { error } = await desk.send({
		parameters: {
			resource: 'contact',
			operation: 'upsert',
			inboxId: '79',
			phoneNumber: '+66812345678',
		},
	});
	expect(error?.description).toContain('at the contacts with the IDs ***-1, ***-2.');
	expect(leaks(error)).toEqual([]);
});
