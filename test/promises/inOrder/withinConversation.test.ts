import { byUrl } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import type { JournalEntry } from '../../../sandbox';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs, statuses } from '../../support/results';
import { proceed, retryOnFail } from '../../support/settings';
import { batches, contents, itemsInTurn, itemsTo, perItem, requests } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(20), { id: 'a-b_C' }] });

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What a conversation's journal is when each request begins after the reply to the one before. */
function expectOneAfterTheOther(conversation: number | string) {
	const ofIt = ({ conversation: id }: JournalEntry) => id === String(conversation);
	const entries = desk.sandbox.journal.entries.filter(ofIt);
	const phases = entries.map(({ phase }) => phase);
	expect(phases).toEqual(entries.map((_, at) => (at % 2 === 0 ? 'START' : 'END')));
	expect(entries.length).toBeGreaterThan(0);
}

test('each message is sent after the response to the one before, in every conversation', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ latencyMs: [0, 8], times: Infinity });
	const items = itemsInTurn(200, 20);
	const result = await send({ parameters: perItem({ parallelConversations: 20 }), items });
	for (const { id } of conversations(20)) {
		expectOneAfterTheOther(id);
		expect(sandbox.journal.texts(id)).toEqual(
			indexes(10).map((turn) => String(turn * 20 + id - 1)),
		);
	}
	expect(contents(result.items)).toEqual(indexes(200).map(String));
	expect(pairs(result.items)).toEqual(pairedWith(...indexes(200)));
});

test('a conversation keeps its order while another is slow', async () => {
	const { send, sandbox } = desk;
	const { holdUntil, release } = held();
	sandbox.script({ conversation: 1, holdUntil });
	const sending = send({ parameters: perItem(), items: itemsTo(1, 1, 2, 2, 2) });
	await until(() => sandbox.messages(2).length === 3);
	expect(sandbox.journal.texts(1)).toEqual(['0']);
	release();
	const result = await sending;
	expect(sandbox.journal.texts(1)).toEqual(['0', '1']);
	expect(sandbox.journal.texts(2)).toEqual(['2', '3', '4']);
	expect(contents(result.items)).toEqual(['0', '1', '2', '3', '4']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3, 4));
});

test('a conversation keeps its order while another is rate-limited', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ conversation: 1, retryAfter: 0, times: 2 });
	const result = await send({ parameters: perItem(), items: itemsTo(1, 2, 1, 2, 1, 2) });
	expect(sandbox.journal.texts(1)).toEqual(['0', '0', '0', '2', '4']);
	expect(sandbox.journal.texts(2)).toEqual(['1', '3', '5']);
	expectOneAfterTheOther(1);
	expectOneAfterTheOther(2);
	expect(contents(result.items)).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('no message overtakes one that waits to be sent again', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ content: '1', retryAfter: 0 });
	const result = await send({ parameters: perItem(), items: itemsTo(1, 1, 1) });
	expect(sandbox.journal.texts()).toEqual(['0', '1', '1', '2']);
	expect(statuses(sandbox)).toEqual([200, 429, 200, 200]);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
});

test('a conversation goes on in order after a message that failed, with On Error = Continue', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ content: '1', status: 422 });
	const result = await send({ parameters: perItem(), items: itemsTo(1, 1, 1, 1), node: proceed });
	expect(sandbox.journal.texts()).toEqual(['0', '1', '2', '3']);
	expectOneAfterTheOther(1);
	expect(contents(result.items)).toEqual(['0', undefined, '2', '3']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3));
});

test('a retry of Retry On Fail keeps its place, before what was not sent', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ content: '1', failed: '131016: Service unavailable' });
	const result = await send({ parameters: perItem(), items: itemsTo(1, 1, 1), node: retryOnFail });
	expect(requests(sandbox)).toEqual(['POST 1', 'POST 1', 'retry 1/3031', 'POST 1']);
	expect(sandbox.journal.texts()).toEqual(['0', '1', '2']);
	expectOneAfterTheOther(1);
	expect(contents(result.items)).toEqual(['0', '1', '2']);
});

test('a conversation keeps its order from batch to batch', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ latencyMs: 25, times: Infinity });
	const parameters = perItem({}, batches(1, 2));
	const result = await send({ parameters, items: itemsTo(1, 1, 1, 1) });
	expect(sandbox.journal.texts()).toEqual(['0', '1', '2', '3']);
	expectOneAfterTheOther(1);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2, 3));
});

test('an ID names the same conversation as a number, a text, or part of a link', async () => {
	const { send, sandbox } = desk;
	sandbox.script({ latencyMs: [2, 10], times: Infinity });
	await send({ parameters: perItem(), items: itemsTo(7, '7', 7, '7') });
	expectOneAfterTheOther(7);
	const links = [
		'https://a.example/conversations/a-b_C',
		'http://b.example/x/conversations/a-b_C?y=1#z',
	];
	const items = [...links, ...links].map((to, index) => ({ to, text: String(index) }));
	const conversationId = byUrl('={{ $json.to }}');
	await send({ parameters: perItem({}, { conversationId }), items });
	expectOneAfterTheOther('a-b_C');
	expect(sandbox.journal.texts('a-b_C')).toEqual(['0', '1', '2', '3']);
});
