import type { INode } from 'n8n-workflow';
import { byId, liveDeskNode, sourceNode } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { proceed, retryOnFail } from '../../support/settings';
import { itemsTo, perItem, requests } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(3) });

/** Takes what it needs from what the error output of the node before gives. */
const retryNode = liveDeskNode(
	{
		operation: 'retry',
		conversationId: byId('={{ $json.error.conversationId }}'),
		messageId: '={{ $json.error.messageId }}',
	},
	{ id: 'b', name: 'Retry' },
);

/** Runs Source → Send → (error output) → Retry. */
async function runChain(send: Partial<INode> = {}) {
	const sendNode = liveDeskNode(perItem(), {
		id: 'a',
		name: 'Send',
		onError: 'continueErrorOutput',
		...send,
	});
	const link = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const run = await desk.engine.start({
		nodes: [sourceNode(itemsTo(1, 2, 3, 1, 2)), sendNode, retryNode],
		connections: { Source: { main: [link('Send')] }, Send: { main: [[], link('Retry')] } },
		credentials: desk.sandbox.credentials,
	}).done;
	const { runData, error } = run.data.resultData;
	const output = (name: string, index: number) => runData[name]?.[0].data?.main[index] ?? [];
	return { error, sent: output('Send', 0), failed: output('Send', 1), retried: output('Retry', 0) };
}

test('a Retry node behind the error output delivers what the channel had not', async () => {
	desk.sandbox.script({ content: '1', failed: '131016: Service unavailable' });
	desk.sandbox.script({ content: '3', failed: '131056: Pair rate limit hit' });
	const { error, sent, failed, retried } = await runChain();
	expect(error).toBeUndefined();
	expect(pairs(sent)).toEqual(pairedWith(0, 2, 4));
	expect(pairs(failed)).toEqual(pairedWith(1, 3));

	const messages = conversations(3).flatMap(({ id }) => desk.sandbox.messages(id));
	const idOf = (text: string) => messages.find(({ content }) => content === text)?.id;
	expect(requests(desk.sandbox).slice(5).sort()).toEqual([
		`retry 1/${idOf('3')}`,
		`retry 2/${idOf('1')}`,
	]);
	expect(messages).toHaveLength(5);
	expect(messages.map(({ status }) => status)).toEqual(Array(5).fill('sent'));
	expect(retried.map(({ json }) => [json.id, json.conversation_id, json.status])).toEqual([
		[idOf('1'), 2, 'sent'],
		[idOf('3'), 1, 'sent'],
	]);
	expect(pairs(retried)).toEqual(pairedWith(0, 1));
});

test('a Retry node does not get what was refused: it has no message to retry', async () => {
	desk.sandbox.script({ content: '1', status: 422 });
	const { error, failed, retried } = await runChain();
	expect(pairs(failed)).toEqual(pairedWith(1));
	expect(failed[0].json).toMatchObject({ error: { outcome: 'refused', conversationId: '2' } });
	expect(error?.message).toBe("'Message ID' is empty [item 0]");
	expect(retried).toEqual([]);
	expect(requests(desk.sandbox)).toHaveLength(5);
});

test('a message that fails again comes out of the Retry node as failed, under its own ID', async () => {
	desk.sandbox.script({ content: '0', failed: '131016: Service unavailable' });
	desk.sandbox.script({ kind: 'retry', failed: '131049: Per-person limit' });
	const { error, failed } = await runChain();
	const [{ id }] = desk.sandbox.messages(1);
	expect(failed[0].json).toMatchObject({
		error: { messageId: id, conversationId: '1', code: 131016 },
	});
	expect(error?.message).toBe(
		'WhatsApp limits the marketing messages that this person gets [item 0]',
	);
	expect(error?.description).toContain(`Message ID: ${id}.`);
	expect(desk.sandbox.messages(1)).toHaveLength(2);
});

test('a Retry whose response was lost is not repeated, even where On Lost Response = Send Again', async () => {
	desk.sandbox.script({ content: '0', failed: '131016: Service unavailable' });
	await desk.send({ parameters: perItem(), items: itemsTo(1), node: proceed });
	const [{ id }] = desk.sandbox.messages(1);
	desk.sandbox.script({ kind: 'retry', drop: 'after-body' });
	const { error } = await desk.send({
		parameters: {
			operation: 'retry',
			conversationId: byId('1'),
			messageId: String(id),
			// The panel offers it no more, but a saved workflow may hold it.
			options: { lostAnswer: 'resend' },
		},
		node: retryOnFail,
	});
	expect(error?.context).toMatchObject({ outcome: 'unknown', messageId: String(id) });
	expect(error?.description).toContain('LiveDesk may have queued the message again');
	expect(requests(desk.sandbox)).toEqual(['POST 1', `retry 1/${id}`]);
});
