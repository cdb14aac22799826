import { byId } from '../../../harness/livedesk';
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
const conversation = { resource: 'conversation', operation: 'create', inboxId: '523' };
const known = { id: 0, source_id: '' };

beforeAll(() => {
	Object.assign(known, desk.sandbox.addContact({ name: 'Alice', inboxId: 523 }));
});

const noNumbers: BadValue[] = [
	...nothing,
	...noTexts,
	['zero', 0],
	['a negative number', -7],
	['a fraction', 7.5],
	['a path', '7/../8'],
	['a boolean', true],
];

refuses(
	desk,
	{
		label: 'Inbox (Channel) ID',
		// The contact of the first test stands in every item that is not under test.
		parameters: { ...conversation, inboxId: VALUE, contactId: byId('1') },
		good: 523,
	},
	noNumbers,
);

const contactId = {
	label: 'Contact',
	parameters: { ...conversation, contactId: byId(VALUE) },
	good: () => known.id,
};
refuses(desk, contactId, noNumbers);
continuesAfter(desk, contactId, ['zero', 0]);

refuses(
	desk,
	{
		label: 'Source ID',
		parameters: { ...conversation, contactBy: 'sourceId', sourceId: VALUE },
		good: () => known.source_id,
	},
	[...nothing, ...noTexts],
);
