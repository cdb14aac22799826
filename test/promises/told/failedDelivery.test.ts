import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { proceed } from '../../support/settings';
import { failureOf, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(3) });

test('a failed message is told with its ID and what the channel said', async () => {
	desk.sandbox.script({ failed: '131049: Not delivered to maintain healthy ecosystem' });
	const result = await desk.send({ parameters: perItem(), items: itemsTo(1), node: proceed });
	expect(failureOf(result.items[0])).toEqual({
		outcome: 'failed',
		code: 131049,
		messageId: 3030,
		conversationId: '1',
		description: expect.stringContaining('131049: Not delivered to maintain healthy ecosystem'),
	});
});

test('a failed message is put out as it is, where the user wants that', async () => {
	desk.sandbox.script({ failed: '131047: Re-engagement message' });
	const parameters = perItem({ failedDelivery: 'output' });
	const result = await desk.send({ parameters, items: itemsTo(1, 1) });
	expect(result.error).toBeUndefined();
	expect(pairs(result.items)).toEqual(pairedWith(0, 1));
	expect(result.items[0].json).toMatchObject({
		id: 3030,
		status: 'failed',
		external_error: '131047: Re-engagement message',
	});
	expect(result.items[1].json).toMatchObject({ status: 'sent' });
});

test.each(['failed', 'Failed', 'FAILED'])(
	'a message whose status is %s is failed',
	async (status) => {
		desk.sandbox.script({ body: { id: 1, status } });
		const { items } = await desk.send({ parameters: perItem(), items: itemsTo(1), node: proceed });
		expect(failureOf(items[0])).toMatchObject({ outcome: 'failed', messageId: 1 });
	},
);
