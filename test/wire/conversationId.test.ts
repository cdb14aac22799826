import * as fc from 'fast-check';
import { byId, byUrl } from '../../harness/livedesk';
import { expectTitle } from '../support/expectTitle';
import { onlyRequest, useLiveDesk } from '../support/useLiveDesk';

const desk = useLiveDesk({ conversations: [{ id: 141 }, { id: 'Th-3_b' }] });
const link = 'https://livedesk.engagelab.com/app/accounts/14';

describe('Send Text', () => {
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
	])('sends to the conversation %s', async (_, conversationId, id) => {
		const { items } = await desk.send({
			parameters: { conversationId, content: 'Hello' },
			items: [{ conversation_id: 141, link: `${link}/conversations/141` }],
		});
		expect(onlyRequest(desk).path).toBe(`/api/v2/accounts/conversations/${id}/messages`);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
		expect(String(items[0].json.conversation_id)).toBe(id);
	});
});

test('a message goes on in the conversation that the message before outputs', async () => {
	const { items } = await desk.send({ parameters: { conversationId: byId(141), content: 'One' } });
	const { items: chained } = await desk.send({
		parameters: { conversationId: byId('={{ $json.conversation_id }}'), content: 'Two' },
		items: items.map(({ json }) => json),
	});
	expect(chained).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	expect(desk.sandbox.journal.texts(141)).toEqual(['One', 'Two']);
});

const SAFE = /^[A-Za-z0-9_-]+$/;
const almostSafe = fc.string({ unit: fc.constantFrom(...'aZ09_-./%?#\\ \n๑'), maxLength: 12 });
const safe = fc.stringMatching(/^[a-zA-Z0-9_-]{1,40}$/);

test('a message goes to exactly the conversation that is given, or nowhere', async () => {
	const known = new Set(['141', 'Th-3_b']);
	const value = fc.oneof(safe, almostSafe, fc.jsonValue());
	await fc.assert(
		fc.asyncProperty(value, async (given) => {
			desk.sandbox.reset();
			// Not of an object, which may have a `toString` of its own making.
			const id = typeof given === 'object' ? '' : String(given);
			const isId = typeof given === 'string' ? SAFE.test(given) : Number.isSafeInteger(given);
			// The sandbox has no conversation 0, as LiveDesk has none.
			fc.pre(id !== '0');
			if (isId && !known.has(id)) desk.sandbox.addConversation({ id });
			if (isId) known.add(id);
			const { error } = await desk.send({
				parameters: { conversationId: byId('={{ $json.value }}'), content: 'Hello' },
				items: [{ json: { value: given as string } }],
			});
			const paths = desk.sandbox.journal.starts().map(({ path }) => path);
			expect(paths).toEqual(isId ? [`/api/v2/accounts/conversations/${id}/messages`] : []);
			if (!isId) expectTitle(error?.message ?? '');
			else expect(desk.sandbox.journal.ends()).toMatchObject([{ status: 200 }]);
		}),
		{ numRuns: 100, examples: [[{ toString: '' }]] },
	);
});
