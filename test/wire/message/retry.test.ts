import { byId, byUrl } from '../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { retry } from './documented';

const desk = useLiveDesk({ conversations: [{ id: 141 }, { id: 142 }, { id: 'Th-3_b' }] });
const path = '/api/v2/accounts/conversations/141/messages/3030/retry';

beforeEach(
	() => void desk.sandbox.addMessage(141, { id: 3030, status: 'failed', content: 'Hello' }),
);

describe('Retry', () => {
	test.each([
		['by an ID', '3030'],
		['by a number from an expression', '={{ $json.id }}'],
		['by a text from an expression', '={{ String($json.id) }}'],
	])('asks LiveDesk to send the message again %s', async (_, messageId) => {
		const { items } = await desk.send({
			parameters: { ...retry, messageId },
			items: [{ id: 3030 }],
		});
		const request = onlyRequest(desk);
		expect(request).toMatchObject({ method: 'POST', path, kind: 'retry' });
		expect(request.headers).toMatchObject({ 'content-length': '0', accept: 'application/json' });
		expect(request.contentType).toBeUndefined();
		expect(items).toMatchObject([
			{ json: { id: 3030, conversation_id: 141, status: 'sent' }, pairedItem: { item: 0 } },
		]);
		expect(desk.sandbox.messages(141)).toMatchObject([{ id: 3030, status: 'sent' }]);
	});

	test('takes a conversation by its link', async () => {
		const conversationId = byUrl(
			'https://livedesk.engagelab.com/app/accounts/14/conversations/141',
		);
		const { items } = await desk.send({ parameters: { ...retry, conversationId } });
		expect(onlyRequest(desk).path).toBe(path);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	});

	test('retries for each item its own message, in order within a conversation', async () => {
		const ids = [3030, 3031, 3032, 3033].map((id) => ({ id, to: id % 2 === 0 ? 141 : 142 }));
		for (const { id, to } of ids.slice(1)) desk.sandbox.addMessage(to, { id, status: 'failed' });
		const { items } = await desk.send({
			parameters: {
				...retry,
				conversationId: byId('={{ $json.to }}'),
				messageId: '={{ $json.id }}',
			},
			items: ids,
		});
		expect(items).toMatchObject(
			ids.map(({ id, to }, item) => ({
				json: { id, conversation_id: to, status: 'sent' },
				pairedItem: { item },
			})),
		);
		const asked = desk.sandbox.journal.starts().map(({ messageId }) => Number(messageId));
		expect(asked.filter((id) => id % 2 === 0)).toEqual([3030, 3032]);
		expect(asked.filter((id) => id % 2 === 1)).toEqual([3031, 3033]);
	});
});
