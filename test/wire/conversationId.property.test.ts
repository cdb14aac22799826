import * as fc from 'fast-check';
import { conversationIdOf } from '../../nodes/LiveDesk/resources/conversationId';
import { byId } from '../../harness/livedesk';
import { expectTitle } from '../support/expectTitle';
import { useLiveDesk } from '../support/useLiveDesk';

const SAFE = /^[A-Za-z0-9_-]+$/;

/** The ID that comes of a value, or the title of its refusal. */
function idOf(value: unknown): { id?: string; title?: string } {
	try {
		return { id: conversationIdOf(value) };
	} catch (error) {
		return { title: (error as Error).message };
	}
}

function expectSafeOrClear({ id, title = '' }: ReturnType<typeof idOf>): void {
	if (id !== undefined) expect(id).toMatch(SAFE);
	else expectTitle(title);
}

const almostSafe = fc.string({ unit: fc.constantFrom(...'aZ09_-./%?#\\ \n๑'), maxLength: 12 });
const safe = fc.string({
	unit: fc.constantFrom(...'abcXYZ0123456789_-'),
	minLength: 1,
	maxLength: 40,
});

describe('a conversation is one safe segment of a URL, or refused with a clear title', () => {
	test('whatever stands in the locator', () => {
		const value = fc.oneof(fc.anything(), almostSafe);
		const locator = fc.record({ mode: fc.constantFrom('id', 'url', 'list', 1), value });
		fc.assert(
			fc.property(fc.oneof(value, locator), (given) => expectSafeOrClear(idOf(given))),
			// An object that has no text of its own, as JSON can hold one.
			{ numRuns: 2000, examples: [[{ mode: 'url', value: { toString: [] } }]] },
		);
	});

	test('which is the given one, to the letter', () => {
		fc.assert(
			fc.property(fc.oneof(safe, almostSafe), (given) => {
				const result = idOf({ mode: 'id', value: given });
				expectSafeOrClear(result);
				expect(result.id).toBe(SAFE.test(given) ? given : undefined);
			}),
			{ numRuns: 1000 },
		);
	});

	test('which is the one of the link, to the letter', () => {
		const tail = fc.constantFrom('', '/', '?messageId=7', '#7', '/messages/7');
		const host = fc.webUrl({ withQueryParameters: false, withFragments: false });
		fc.assert(
			fc.property(host, safe, tail, (url, id, behind) => {
				const value = `${url.replace(/\/$/, '')}/conversations/${id}${behind}`;
				fc.pre(value.indexOf('/conversations/') === value.lastIndexOf('/conversations/'));
				expect(idOf({ mode: 'url', value })).toEqual({ id });
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('in n8n', () => {
	const desk = useLiveDesk();
	const known = new Set(['141', '142']);

	test('sends one message to exactly this conversation, or none', async () => {
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
});
