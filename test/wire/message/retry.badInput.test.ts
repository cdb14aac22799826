import { byId } from '../../../harness/livedesk';
import { continuesAfter, noTexts, nothing, refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const retry = { operation: 'retry', conversationId: byId('141'), messageId: '3030' };

beforeEach(() => void desk.sandbox.addMessage(141, { id: 3030, status: 'failed' }));

const messageId = {
	label: 'Message ID',
	parameters: { ...retry, messageId: VALUE },
	good: '3030',
};
continuesAfter(desk, messageId, ['a path', '3030/../../142']);
refuses(desk, messageId, [
	...nothing,
	...noTexts,
	['a path', '3030/../../142'],
	['a query', '3030?x=1'],
	['a blank within', '30 30'],
	['a fraction', 3030.5],
	['a boolean', true],
]);

refuses(
	desk,
	{ label: 'Conversation', parameters: { ...retry, conversationId: byId(VALUE) }, good: '141' },
	[...nothing, ...noTexts, ['a path', '141/../7']],
);
