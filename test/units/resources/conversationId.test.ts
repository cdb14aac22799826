import * as fc from 'fast-check';
import { conversationIdOf } from '../../../nodes/LiveDesk/resources/conversationId';
import { expectTitle } from '../../support/expectTitle';

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

describe('the ID of a conversation', () => {
	test('is one safe segment of a URL or refused with a clear title, whatever stands in the locator', () => {
		const value = fc.oneof(fc.anything(), almostSafe);
		const locator = fc.record({ mode: fc.constantFrom('id', 'url', 'list', 1), value });
		fc.assert(
			fc.property(fc.oneof(value, locator), (given) => expectSafeOrClear(idOf(given))),
			// An object that has no text of its own, as JSON can hold one.
			{ numRuns: 2000, examples: [[{ mode: 'url', value: { toString: [] } }]] },
		);
	});

	test('is the given one, to the letter', () => {
		fc.assert(
			fc.property(fc.oneof(safe, almostSafe), (given) => {
				const result = idOf({ mode: 'id', value: given });
				expectSafeOrClear(result);
				expect(result.id).toBe(SAFE.test(given) ? given : undefined);
			}),
			{ numRuns: 1000 },
		);
	});

	test('is the one of the link, to the letter', () => {
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

	const link = 'https://livedesk.engagelab.com/app/accounts/14';

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
	])('is not taken from %s', (_, value) => {
		expect(() => conversationIdOf(value)).toThrow(/^'Conversation' /);
	});
});
