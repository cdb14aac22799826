import { byId, byUrl } from '../../../harness/livedesk';
import { useLiveDesk } from '../../support/useLiveDesk';
import { noTexts, nothing, refuses, VALUE, type BadValue } from './refuses';

const desk = useLiveDesk();
const content = 'Hello';

describe('an ID in the path', () => {
	const ids: BadValue[] = [
		...nothing,
		...noTexts,
		['a path', '141/../7', '141/../7'],
		['an encoded path', '141%2F..%2F7'],
		['a query', '141?private=true'],
		['a fragment', '141#top'],
		['a blank within', '14 1'],
		['a line break behind', '141\n'],
		['letters beyond ASCII', '๑๔๑'],
		['a fraction', 1.5],
		['a number beyond the exact ones', 2 ** 53],
		['a boolean', true],
	];
	const label = 'Conversation';
	refuses(desk, { label, parameters: { conversationId: byId(VALUE), content }, good: '141' }, ids);

	describe('in place of the locator', () => {
		const parameters = { conversationId: VALUE, content };
		refuses(desk, { label, parameters, good: 141 }, ids.slice(0, 9));
	});
});

describe('a link to a conversation', () => {
	const link = 'https://livedesk.engagelab.com/app/accounts/14/conversations';
	const parameters = { conversationId: byUrl(VALUE), content };
	refuses(desk, { label: 'Conversation', parameters, good: `${link}/141` }, [
		...nothing,
		...noTexts,
		['a link without an ID', `${link}/`],
		['another link', 'https://livedesk.engagelab.com/app/accounts/14/contacts/141'],
		['a link with an encoded path', `${link}/141%2F..%2F7`],
		['a bare ID', '141'],
		['the number 0', 0],
	]);
});

describe('the ID of a contact', () => {
	const update = { resource: 'contact', operation: 'update', updateFields: { name: 'A' } };
	refuses(desk, { label: 'Contact', parameters: { ...update, contactId: byId(VALUE) }, good: 1 }, [
		...nothing,
		...noTexts,
		['zero', 0],
		['a path', '1/../2'],
		['a name', 'alice'],
		['a fraction', 1.5],
	]);
});
