import { byId, byUrl } from '../../../harness/livedesk';
import {
	continuesAfter,
	noTexts,
	nothing,
	refuses,
	VALUE,
	type BadValue,
} from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const text = { conversationId: byId('141'), content: 'Hello' };

const content = { label: 'Text', parameters: { ...text, content: VALUE }, good: 'Hello' };
refuses(desk, content, [...nothing, ...noTexts, ['NUL', 'Hel\0lo', /NUL/]]);
continuesAfter(desk, content, ['an empty text', '']);

const noIds: BadValue[] = [
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

refuses(
	desk,
	{ label: 'Conversation', parameters: { ...text, conversationId: byId(VALUE) }, good: '141' },
	noIds,
);

describe('by an expression in place of the locator', () => {
	const field = {
		label: 'Conversation',
		parameters: { ...text, conversationId: VALUE },
		good: 141,
	};
	refuses(desk, field, noIds.slice(0, 8));
});

describe('by URL', () => {
	const link = 'https://livedesk.engagelab.com/app/accounts/14/conversations';
	const parameters = { ...text, conversationId: byUrl(VALUE) };
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
