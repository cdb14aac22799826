import { conversationIdOf } from '../../nodes/LiveDesk/resources/conversationId';
import { byId, byUrl } from '../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../support/useLiveDesk';

const desk = useLiveDesk({ conversations: [{ id: 141 }, { id: 'Th-3_b' }] });
const link = 'https://livedesk.engagelab.com/app/accounts/14';

describe('sends to the conversation', () => {
	test.each([
		['by its ID', byId('141'), '141'],
		['by a number from an expression', byId('={{ $json.conversation_id }}'), '141'],
		['by a text from an expression', byId('={{ String($json.conversation_id) }}'), '141'],
		['by an ID with letters', byId('Th-3_b'), 'Th-3_b'],
		['by an expression in place of the locator', '={{ $json.conversation_id }}', '141'],
		['by a link', byUrl(`${link}/conversations/141`), '141'],
		['by a link from an expression', byUrl('={{ $json.link }}'), '141'],
		['by a link to an ID with letters', byUrl(`${link}/conversations/Th-3_b`), 'Th-3_b'],
		['by a link with a slash behind', byUrl(`${link}/conversations/141/`), '141'],
		['by a link to a message', byUrl(`${link}/conversations/141?messageId=3030`), '141'],
		['by a link with a fragment', byUrl(`${link}/conversations/141#3030`), '141'],
		['by a link through an inbox', byUrl(`${link}/inbox/79/conversations/141`), '141'],
		['by a link of another host', byUrl('http://localhost:3000/conversations/141'), '141'],
	])('%s', async (_, conversationId, id) => {
		const { items } = await desk.send({
			parameters: { conversationId, content: 'Hello' },
			items: [{ conversation_id: 141, link: `${link}/conversations/141` }],
		});
		expect(onlyRequest(desk).path).toBe(`/api/v2/accounts/conversations/${id}/messages`);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
		expect(String(items[0].json.conversation_id)).toBe(id);
	});
});

test('chains by the conversation of the message before', async () => {
	const { items } = await desk.send({ parameters: { conversationId: byId(141), content: 'One' } });
	const { items: chained } = await desk.send({
		parameters: { conversationId: byId('={{ $json.conversation_id }}'), content: 'Two' },
		items: items.map(({ json }) => json),
	});
	expect(chained).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	expect(desk.sandbox.journal.texts(141)).toEqual(['One', 'Two']);
});

describe('takes nothing for a conversation but one safe segment of a URL', () => {
	test.each([
		['the locator of a list', { mode: 'list', value: '../142' }],
		['a locator without a value', { mode: 'id' }],
		['a locator without a mode', { value: '141' }],
		['a locator whose link is an object', { mode: 'url', value: { toString: () => '141' } }],
		['a locator whose link is a list', { mode: 'url', value: [`${link}/conversations/141`, 'x'] }],
		['false for a link', { mode: 'url', value: false }],
		['NaN for a link', { mode: 'url', value: NaN }],
		['a date', new Date(0)],
		['a big integer', 141n],
	])('%s', (_, value) => {
		expect(() => conversationIdOf(value)).toThrow(/^'Conversation' /);
	});
});
