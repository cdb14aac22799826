import { messageIdOf, type Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import { delivered, failed, lost } from '../support/outcomes';

test.each<[Ending, string | number | undefined]>([
	[failed, 7],
	[{ ...failed, messageId: 'b' }, 'b'],
	[{ kind: 'failed', body: { id: 'Msg_30-30' } }, 'Msg_30-30'],
	[{ ...lost, messageId: 0 }, 0],
	[lost, undefined],
	// What was delivered shows its ID itself.
	[delivered, undefined],
	[{ kind: 'notSent' }, undefined],
	[{ kind: 'invalid', message: 'x' }, undefined],
])('the ID under which LiveDesk has the message of %j is %p', (ending, id) => {
	expect(messageIdOf(ending)).toBe(id);
});

test.each([undefined, null, true, '', ' ', Number.NaN, {}, '../1', '7?a', 'a b', 1e21])(
	'a failed message has no ID where it does not fit into a URL: %p',
	(id) => {
		expect(messageIdOf({ kind: 'failed', body: { id, status: 'failed' } })).toBeUndefined();
	},
);
