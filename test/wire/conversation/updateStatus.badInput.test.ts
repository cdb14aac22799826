import { byId } from '../../../harness/livedesk';
import { continuesAfter, noTexts, nothing, refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const parameters = {
	resource: 'conversation',
	operation: 'updateStatus',
	conversationId: byId('141'),
};

const status = { label: 'Status', parameters: { ...parameters, status: VALUE }, good: 'open' };
refuses(desk, status, [...nothing, ...noTexts]);
continuesAfter(desk, status, ['an object', {}]);

refuses(
	desk,
	{
		label: 'Snoozed Until',
		parameters: { ...parameters, status: 'snoozed', snoozedUntil: VALUE },
		good: '',
	},
	[
		['a moment that is over', '2020-01-31T09:00:00', /is in the past/],
		['this very moment', new Date().toISOString(), /is in the past/],
		['a word', 'tomorrow', /is not a date and time/],
		['a date that there is not', '2099-02-30T09:00:00', /is not a date and time/],
		...noTexts,
	],
);

refuses(
	desk,
	{
		label: 'Conversation',
		parameters: { ...parameters, conversationId: byId(VALUE) },
		good: '141',
	},
	[
		['a path', '141/../7'],
		['an empty text', ''],
	],
);
